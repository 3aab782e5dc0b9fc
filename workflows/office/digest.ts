/** The words of the daily digest: how much waits, what is late first, cases by their numbers alone. */
import type { Instant, Lang, Text } from '../kit/words.ts';
import { clockOf, dayOf, isWorkday } from './working-days.ts';

/** `urgent`: overdue and near due, the earliest first. */
export type Digest = {
  readonly processes: readonly { readonly title: Text; readonly waiting: number }[];
  readonly overdue: number; readonly near: number; readonly returned: number; readonly urged: number;
  readonly urgent: readonly { readonly id: string; readonly title: Text; readonly dueAt: Instant; readonly overdue: boolean }[];
};

/** Written on working days, from the hour on. */
export const isDigestTime = (at: Instant, hour: number): boolean => isWorkday(dayOf(at)) && Number(clockOf(at).slice(0, 2)) >= hour;

const total = ({ processes }: Digest): number => processes.reduce((sum, { waiting }) => sum + waiting, 0);

const counted = (digest: Digest): Text => {
  const marks = ([['overdue', '逾期', 'overdue'], ['near', '快到期', 'due soon'], ['urged', '被催办', 'urged'], ['returned', '退回补正', 'sent back']] as const).filter(([key]) => digest[key] > 0);
  return {
    zh: [`待办 ${total(digest)} 件`, ...marks.map(([key, zh]) => `${zh} ${digest[key]} 件`)].join('，'),
    en: [`${total(digest)} waiting`, ...marks.map(([key, , en]) => `${digest[key]} ${en}`)].join(', '),
  };
};

const urgentIn = ({ urgent }: Digest, overdue: boolean, lang: Lang): string[] => urgent.filter((one) => one.overdue === overdue).map(({ id, title, dueAt }) =>
  (lang === 'zh' ? `　${title.zh} ${id}，${dayOf(dueAt)} 到期` : `  ${title.en} ${id}, due ${dayOf(dueAt)}`));

const bodyOf = (digest: Digest, lang: Lang, link: string | null): string => {
  const [late, near] = [urgentIn(digest, true, lang), urgentIn(digest, false, lang)];
  const words = lang === 'zh'
    ? { late: `已逾期 ${digest.overdue} 件：`, near: `快到期 ${digest.near} 件：`, by: '按事项：', sign: `请登录乡镇事务台办理。${link ?? ''}`, more: '　……', count: (title: Text, n: number) => `　${title.zh} ${n} 件`, stop: '您在“通知方式”中选择了接收本摘要，可随时取消。' }
    : { late: `Overdue: ${digest.overdue}`, near: `Due soon: ${digest.near}`, by: 'By process:', sign: `Please sign in to Township Casework. ${link ?? ''}`.trim(), more: '  …', count: (title: Text, n: number) => `  ${title.en}: ${n}`, stop: 'You asked for this digest under “How to reach me” and can stop it there.' };
  const listed = (title: string, lines: readonly string[], count: number): string[] => (count === 0 ? [] : [title, ...lines, ...(count > lines.length ? [words.more] : []), '']);
  return [counted(digest)[lang], '', ...listed(words.late, late, digest.overdue), ...listed(words.near, near, digest.near), words.by, ...digest.processes.map(({ title, waiting }) => words.count(title, waiting)), '', words.sign, words.stop].join('\n');
};

export const digestMail = (digest: Digest, lang: Lang, link: string | null): { readonly subject: string; readonly words: string } =>
  ({ subject: { zh: `【乡镇事务台】${counted(digest).zh}`, en: `Township Casework: ${counted(digest).en}` }[lang], words: bodyOf(digest, lang, link) });

/** One short message, without any case. */
export const digestText = (digest: Digest, lang: Lang): string =>
  ({ zh: `【乡镇事务台】${counted(digest).zh}。请登录办理。`, en: `[Township Casework] ${counted(digest).en}. Please sign in.` })[lang];
