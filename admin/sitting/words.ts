/** Flags and hindrances in words. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import type { Flag } from '../../workflows/kit/sitting.ts';
import { reasonOf } from '../case/reasons.ts';
import type { SittingItem } from '../provider/records.ts';

type Say = (key: string, fill?: Record<string, string | number>) => string;

export const flagText = (workflow: Workflow, { code, count, names }: Flag, say: Say, lang: Lang): string =>
  workflow.flags?.[code]?.text[lang] ?? say(`flag.${code}`, { count: count ?? 0, usual: formatYuan(Math.round(count ?? 0), lang), names: (names ?? []).join(lang === 'zh' ? '、' : ', ') });

/** Everything that speaks against signing the case unseen. */
export const remarksOf = (workflow: Workflow | undefined, { flags, why }: Pick<SittingItem, 'flags' | 'why'>, say: Say, lang: Lang): string[] =>
  (workflow ? [...flags.map((flag) => flagText(workflow, flag, say, lang)), ...why.map((code) => reasonOf(workflow, code)[lang])] : []);
