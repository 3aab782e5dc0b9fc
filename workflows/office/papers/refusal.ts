/** The notice of a refusal: what was decided, on which facts and ground, and what may be done against it (Administrative Reconsideration Law Art. 20; Population and Family Planning Law Art. 46; Regulations on Letters and Visits Arts. 34–36). */
import type { Block, Paper } from '../../kit/document.ts';
import type { Instant, Lang, Text } from '../../kit/words.ts';
import { dayOfMoment, governmentOf } from './written.ts';

const words = {
  title: { zh: '不予批准决定书', en: 'Notice of Refusal' },
  number: { zh: '编号：{number}', en: 'No. {number}' },
  to: { zh: '{name}：', en: 'To {name}:' },
  decided: { zh: '你（户）就“{matter}”提出的申请，经{step}环节审查，不符合批准条件。依照有关规定，现决定不予批准。', en: 'Your application for “{matter}” was examined at the step “{step}” and does not meet the conditions. It is refused.' },
  facts: { zh: '事实', en: 'Facts' },
  ground: { zh: '理由和依据', en: 'Ground' },
  remedies: { zh: '救济途径和期限', en: 'What you may do, and until when' },
  review: { zh: '（一）向本机关申请复核：自收到本决定书之日起15个工作日内，以书面或者口头方式向所在村（社区）或者本机关提出，由未参与原决定的人员办理。', en: '(1) Ask this office for a review within 15 working days of receiving this notice, in writing or by word of mouth, at your village or here. Somebody who took no part in the refusal decides.' },
  reconsideration: { zh: '（二）申请行政复议：自知道或者应当知道本决定之日起60日内，依照《中华人民共和国行政复议法》第二十条，向有管辖权的行政复议机关提出。', en: '(2) Apply for administrative reconsideration within 60 days of learning of this decision (Administrative Reconsideration Law, Art. 20).' },
  court: { zh: '（三）提起行政诉讼：依照《中华人民共和国人口与计划生育法》第四十六条和有关法律，依法向人民法院提起。', en: '(3) Bring an action before the people’s court as the law provides (Population and Family Planning Law, Art. 46).' },
  letters: { zh: '（四）信访：依照《信访工作条例》第三十四条至第三十六条，信访事项自受理之日起60日内办结，情况复杂的可以延长30日；对处理意见不服的，可以自收到书面答复之日起30日内请求复查，对复查意见不服的可以再请求复核。', en: '(4) Letters and visits: answered within 60 days, in complex matters 30 more; whoever disagrees may ask for re-examination within 30 days of the written answer, and once more after that (Regulations on Letters and Visits, Arts. 34–36).' },
  phone: { zh: '监督电话：{phone}', en: 'Supervisor’s telephone: {phone}' },
  blank: { zh: '________________', en: '________________' },
  final: { zh: '（一）复核期限已满或者复核决定已经作出，本机关不再受理同一事项的复核申请；以下途径不受影响。', en: '(1) The time for a review has passed, or it was decided: this office reviews it no more. The ways below stay open.' },
  received: { zh: '送达回证：收件人签名________________　收到日期________________', en: 'Received by ________________ on ________________' },
} as const satisfies Record<string, Text>;

const fill = (text: Text, lang: Lang, by: Readonly<Record<string, string>> = {}): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');

export type Refusal = {
  readonly number: string; readonly to: string; readonly matter: string; readonly step: string;
  readonly facts: readonly string[]; readonly ground: readonly string[];
  /** An office telephone; a line to fill in where none is known. */
  readonly phone: string | null;
  /** The office reviews it no more. */
  readonly final: boolean;
  readonly town: Text; readonly at: Instant;
};

const say = (text: string): Block => ({ kind: 'text', text });

export const writeRefusal = (lang: Lang, { number, to, matter, step, facts, ground, phone, final, town, at }: Refusal): Paper => ({
  lang, title: words.title[lang], under: fill(words.number, lang, { number }), mark: null,
  blocks: [
    { kind: 'addressee', text: fill(words.to, lang, { name: to }) },
    say(fill(words.decided, lang, { matter, step })),
    { kind: 'heading', text: words.facts[lang] }, ...facts.map(say),
    { kind: 'heading', text: words.ground[lang] }, ...ground.map(say),
    { kind: 'heading', text: words.remedies[lang] },
    ...(final ? [words.final] : [words.review]).map((text) => say(text[lang])),
    ...[words.reconsideration, words.court, words.letters].map((text) => say(text[lang])),
    say(fill(words.phone, lang, { phone: phone ?? words.blank[lang] })),
    { kind: 'signatures', lines: [governmentOf(town, lang), dayOfMoment(at, lang)] },
    { kind: 'note', text: words.received[lang] },
  ],
});
