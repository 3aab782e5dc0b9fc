/** What was said at each step of a case, in order: by whom, in which post, in whose place, and when. */
import type { Box } from '../../kit/document.ts';
import type { Told } from '../../kit/papers.ts';
import type { Workflow } from '../../kit/workflow.ts';
import type { Data, EventName, Lang, Text } from '../../kit/words.ts';
import { labelOf } from '../codes.ts';
import { postName } from '../posts.ts';
import { dayOfMoment, shown, veiled } from './written.ts';

/** The words of a step beyond its name, from its form. */
export type Sayings = Readonly<Record<EventName, (form: Data, lang: Lang) => string>>;

const words = {
  clock: { zh: '系统按期自动办理', en: 'Done by the clock, when the time came' },
  behalf: { zh: '（代{name}）', en: ' for {name}' },
  vote: { zh: '应到{panel}人，实到{present}人；同意{yes}人，反对{no}人，弃权{abstain}人。', en: '{panel} members, {present} present: {yes} for, {no} against, {abstain} abstained.' },
} as const satisfies Record<string, Text>;

const filled = (text: Text, lang: Lang, by: Data): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(by[name]));

/** 李某（代张某）: both names, for the one acted and the other answers. */
export const whoWritten = ({ name, behalf, post }: Pick<Told, 'name' | 'behalf' | 'post'>, lang: Lang): string => {
  if (name === null) return words.clock[lang];
  const both = name + (behalf ? filled(words.behalf, lang, { name: behalf }) : '');
  return lang === 'zh' ? `${postName(post).zh}　${both}` : `${postName(post).en}: ${both}`;
};

const sentence = (name: string, said: string, lang: Lang): string => (said === '' ? name + (lang === 'zh' ? '。' : '.') : `${name}${lang === 'zh' ? '：' : ': '}${said}`);

/** One box for each step that has something to say, labelled by where the case stood. */
export const opinionBoxes = (log: readonly Told[], sayings: Sayings, { states, events }: Workflow['messages'], lang: Lang): (readonly Box[])[] => log.flatMap((step) => {
  const say = sayings[step.type];
  if (!say || step.from === null) return [];
  return [[{ label: states[step.from]?.[lang] ?? step.from, text: sentence(events[step.type]?.[lang] ?? step.type, say(step.form, lang), lang), signed: [whoWritten(step, lang), dayOfMoment(step.at, lang)] }]];
});

const fieldsIn = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});

/** Sayings that many processes have. */
export const nothing = (): string => '';
export const typed = (...fields: readonly string[]) => (form: Data): string => fields.map((field) => shown(form[field])).filter((text) => text !== '').join('；');
export const voteIn = (opinion?: string) => (form: Data, lang: Lang): string => filled(words.vote, lang, fieldsIn(form['minutes'])) + (opinion ? shown(form[opinion]) : '');
/** A reason of the office's table, with what was written beside it. */
export const reasonIn = (...fields: readonly string[]) => (form: Data, lang: Lang): string =>
  [labelOf('reason', shown(form['reason']))[lang], ...fields.map((field) => shown(form[field]))].filter((text) => text !== '').join(lang === 'zh' ? '。' : '. ');
export const itemsIn = (...fields: readonly string[]) => (form: Data, lang: Lang): string => {
  const items = Array.isArray(form['items']) ? form['items'].map((item) => fields.map((field) => shown(fieldsIn(item)[field])).join(' ')) : [];
  return [labelOf('reason', shown(form['reason']))[lang], ...items.map((item, i) => `${i + 1}. ${veiled(item)}`)].join(lang === 'zh' ? '；' : '; ');
};
/** A choice of the form in words. */
export const chosen = (field: string, labels: Readonly<Record<string, Text>>, ...more: readonly string[]) => (form: Data, lang: Lang): string =>
  [labels[shown(form[field])]?.[lang] ?? '', ...more.map((one) => shown(form[one]))].filter((text) => text !== '').join(lang === 'zh' ? '。' : '. ');
