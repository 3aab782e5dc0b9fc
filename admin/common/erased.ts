/** What is shown in place of a value that was erased: when, and on what ground. */
import type { Erased } from '../../workflows/kit/erased.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { labelOf } from '../../workflows/office/codes.ts';
import { dayText } from '../case/standing.ts';

export const erasedText = ({ erased: { on, ground } }: Erased, lang: Lang): string => {
  const [day, why] = [dayText(on)[lang], labelOf('erasureGround', ground)[lang]];
  return lang === 'zh' ? `已删除（${day}，${why}）` : `Erased (${day}: ${why})`;
};
