/** The checks of the register and the indicators of mean monitoring as a page for people to review. */
import { dimensions, levels } from '../../workflows/office/checks/words.ts';
import { checks } from '../../workflows/office/checks/rules.ts';
import { indicators } from '../../workflows/office/monitoring/indicators.ts';
import { both, table } from './markdown.ts';

export const checksPage = (): string => [
  '# 数据质量核查 Checks of the register',
  table(
    ['编号 No.', '级别 Level', '方面 Dimension', '名称 Title', '说明 Explanation', '处理 Remedy'],
    checks.map(({ id, level, dimension, title, explanation, remedy }) => [id, both(levels[level]), both(dimensions[dimension]), both(title), both(explanation), both(remedy)]),
  ),
  '## 均数监控指标 Indicators of mean monitoring',
  table(['指标 Indicator', '计入 Counted', '总数 Of'], indicators.map(({ id, title, hits, of }) => [`${both(title)} \`${id}\``, both(hits), both(of)])),
].join('\n\n') + '\n';
