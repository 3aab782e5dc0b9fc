/** The papers of a nomination: the approval form, the certificate of a title, and the notice of a refusal. */
import type { Box } from '../kit/document.ts';
import type { Certifies, PaperKind, PaperQuestion, Told } from '../kit/papers.ts';
import type { Case, Data, Lang, State, Text } from '../kit/words.ts';
import { labelOf } from '../office/codes.ts';
import { chosen, itemsIn, nothing, opinionBoxes, reasonIn, typed, voteIn } from '../office/papers/opinions.ts';
import type { Sayings } from '../office/papers/opinions.ts';
import { writeRefusal } from '../office/papers/refusal.ts';
import { dayOfMoment, dayWritten, governmentOf, shown } from '../office/papers/written.ts';
import type { Facts } from './facts.ts';
import { CATEGORIES, LEVELS } from './forms.ts';
import { messages } from './messages.ts';
import { schemeOf, type Nomination } from './nomination.ts';
import { tieRule } from './schemes/scheme.ts';

type Question = PaperQuestion<Nomination, Facts>;
type Kind = PaperKind<Nomination, Facts>;

const words = {
  form: { zh: '家佳示范户推荐审批表', en: 'Model household: approval form' },
  certificate: { zh: '证书', en: 'Certificate' },
  refusal: { zh: '不予批准决定书', en: 'Notice of refusal' },
  household: { zh: '公示名称', en: 'Public name' }, head: { zh: '家庭代表', en: 'Represented by' }, adults: { zh: '成年家庭成员', en: 'Adults' }, number: { zh: '受理编号', en: 'Number' },
  unit: { zh: '村（社区）', en: 'Village' }, level: { zh: '推荐层级', en: 'Level' }, scheme: { zh: '评选方案', en: 'Scheme' }, approval: { zh: '批准文号', en: 'Approval' }, kinds: { zh: '事迹类型', en: 'Kinds' },
  summary: { zh: '事迹简介', en: 'Summary' }, score: { zh: '平均得分', en: 'Mean score' }, none: { zh: '无（只推荐，不表彰）', en: 'none: recommended only' },
  foot: { zh: '本表按办理日志逐步生成，不含子女信息和证件号码。制表：{office}　{day}', en: 'Made from the log of the case, step by step; nothing of children, no numbers of papers. Made by {office} on {day}.' },
  awarded: { zh: '{name}家庭：', en: 'The household of {name}' },
  award: { zh: '在{scheme}中，经村级评议公示、镇级审查评审公示、区级确认，被评为“家佳示范户”。', en: 'was commended as a model household under {scheme}, after panel, notices and confirmation.' },
  approved: { zh: '批准文号：{approval}。', en: 'Approval: {approval}.' },
  valid: { zh: '有效期至：{until}。', en: 'Valid until {until}.' },
  given: { zh: '特发此证。', en: 'This certificate is given in witness of it.' },
  no: { zh: '证书编号：{number}', en: 'No. {number}' },
  scan: { zh: '扫码核验：{number}', en: 'Scan to verify: {number}' },
  matter: { zh: '家佳示范户推荐（{scheme}）', en: 'Model household, {scheme}' },
  facts: { zh: '你户由{unit}推荐参加{scheme}，推荐层级为{level}。', en: 'Your household was nominated by {unit} under {scheme}, level {level}.' },
  scored: { zh: '评审平均得分{score}分，入选分数线{mark}分。', en: 'The mean score was {score}; {mark} are needed.' },
  notSelected: { zh: '得分未达到入选分数线，或者名次在该层级名额以外。', en: 'The score was too low, or others ranked before it took all places of the level.' },
  ranking: { zh: '名次：第{rank}名，名额{places}个；{rule}。', en: 'Its place was {rank}, of {places}. {rule}.' },
  votedDown: { zh: '村级评议未获通过。', en: 'The village panel did not carry it.' },
  upheld: { zh: '公示期间的异议经核查成立。', en: 'An objection to the notice was upheld.' },
} as const satisfies Record<string, Text>;

const fill = (text: Text, lang: Lang, by: Readonly<Record<string, string>>): string => text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '');
const wordOf = (table: readonly (readonly [string, string, string])[], value: string, lang: Lang): string => {
  const found = table.find(([code]) => code === value);
  return found ? found[lang === 'zh' ? 1 : 2] : value;
};
const schemeTitle = (data: Nomination, lang: Lang): string => schemeOf(data)?.title[lang] ?? data.scheme;

const findings = { upheld: { zh: '异议成立', en: 'Upheld' }, not_upheld: { zh: '异议不成立', en: 'Not upheld' } };
const outcomes = { recommend: { zh: '向上推荐', en: 'Recommend upward' }, story: { zh: '作为典型案例', en: 'Case story' }, commend: { zh: '提请表彰', en: 'Propose a commendation' } };
const grounds = { false_facts: { zh: '事迹不实', en: 'The facts were false' }, household_asks: { zh: '家庭主动申请', en: 'The household asks' }, final_decision: { zh: '生效法律文书认定的严重违法', en: 'A serious unlawful act found by a final decision' } };
const ground = typed('ground');
/** Scores show in their mean alone, and what an inquiry answered stays with those who judged. */
const sayings: Sayings = {
  recordVote: voteIn('villageOpinion'), noticeExpired: nothing, judgeObjection: chosen('finding', findings), ruleObjection: chosen('finding', findings),
  pass: typed('townOpinion'), sendBack: itemsIn('item'), score: nothing, substituteScore: nothing, rank: typed('rankReference'), recuse: nothing, sign: chosen('outcome', outcomes, 'headOpinion'), reject: reasonIn('ground'),
  forward: typed('packReference'), confirm: typed('districtOpinion', 'districtReference'), decline: ground, withdrawConsent: nothing, takeDown: typed('removedFrom'), grantAppeal: ground, refuseAppeal: reasonIn('ground'),
  proposeRevocation: chosen('revocationGround', grounds), confirmRevocation: typed('districtOpinion'), declineRevocation: ground,
};

const namesIn = (log: readonly Told[]): string[] => {
  const members = log.find(({ from }) => from === null)?.form['members'];
  return Array.isArray(members) ? members.map((one: unknown) => shown((one as Data)['name'])).filter((name) => name !== '') : [];
};

const boxesOf = ({ case: { id, data }, log, unit, lang }: Question): (readonly Box[])[] => {
  const put = (name: keyof typeof words, text: string): Box => ({ label: words[name][lang], text });
  return [
    [put('household', data.displayName), put('unit', unit[lang])],
    [put('number', id), put('level', wordOf(LEVELS, data.levelTarget, lang))],
    [put('scheme', schemeTitle(data, lang))],
    [put('approval', schemeOf(data)?.approvalDocument ?? words.none[lang])],
    [put('adults', namesIn(log).join(lang === 'zh' ? '、' : ', '))],
    [put('kinds', data.categories.map((kind) => wordOf(CATEGORIES, kind, lang)).join(lang === 'zh' ? '、' : ', ')), put('score', data.meanScore === undefined ? '' : String(data.meanScore))],
    [put('summary', shown(data.summary))],
  ];
};

const approvalForm: Kind = {
  name: 'approval-form', title: words.form,
  states: Object.keys(messages.states).filter((state: State) => state !== 'draft'),
  for: ['village_clerk', 'town_clerk', 'reviewer', 'town_head', 'district_officer', 'auditor'],
  write: (question) => {
    const { case: { data }, log, lang, town, at } = question;
    return {
      lang, title: words.form[lang], under: schemeTitle(data, lang), mark: null,
      blocks: [
        { kind: 'boxes', rows: [...boxesOf(question), ...opinionBoxes(log, sayings, messages, lang)] },
        { kind: 'note', text: fill(words.foot, lang, { office: governmentOf(town, lang), day: dayOfMoment(at, lang) }) },
      ],
    };
  },
};

/** A title that is proposed to be revoked is valid until it is. */
const certifies: Certifies<Nomination> = {
  standing: ({ state, data }, today) => {
    if (['commended', 'revocationProposed', 'takingDown'].includes(state)) return (data.titleUntil ?? '') < today ? 'expired' : 'valid';
    return state === 'expired' ? 'expired' : 'revoked';
  },
  holder: ({ data }) => ({ zh: data.displayName, en: data.displayName }),
  title: ({ data }) => ({ zh: `家佳示范户：${schemeTitle(data, 'zh')}`, en: `Model household: ${schemeTitle(data, 'en')}` }),
  until: ({ data }) => data.titleUntil ?? '',
};

const certificate: Kind = {
  name: 'certificate', title: words.certificate, states: ['commended'], for: ['town_clerk', 'town_head'], certifies,
  write: ({ case: { data }, log, lang, town, at, certificate: issued }) => {
    const { number, address } = issued ?? { number: '', address: '' };
    const confirmed = log.findLast(({ to, type }) => to === 'commended' && type === 'confirm')?.at ?? at;
    const [head = data.displayName.replace(/家庭$/u, '')] = namesIn(log);
    return {
      lang, title: words.certificate[lang], under: fill(words.no, lang, { number }), mark: null, look: 'certificate',
      blocks: [
        { kind: 'addressee', text: fill(words.awarded, lang, { name: head }) },
        { kind: 'text', text: fill(words.award, lang, { scheme: schemeTitle(data, lang) }) },
        { kind: 'text', text: fill(words.approved, lang, { approval: schemeOf(data)?.approvalDocument ?? '' }) },
        { kind: 'text', text: fill(words.valid, lang, { until: dayWritten(data.titleUntil ?? '', lang) }) },
        { kind: 'text', text: words.given[lang] },
        { kind: 'code', holds: address, says: fill(words.scan, lang, { number }) },
        { kind: 'signatures', lines: [governmentOf(town, lang), dayOfMoment(confirmed, lang)] },
      ],
    };
  },
};

const REFUSED = ['rejected', 'notSelected', 'rejectedFinal'];

/** The step that refused, of which an appeal under review still speaks. */
const refusing = (log: readonly Told[]): Told | undefined => log.findLast(({ to, from, type }) => REFUSED.includes(to) && from !== to && type !== 'appealLapsed');

const whyRefused = (step: Told | undefined, lang: Lang): string[] => {
  const reason = shown(step?.form['reason']);
  const given = [reason === '' ? '' : labelOf('reason', reason)[lang], shown(step?.form['ground'])].filter((text) => text !== '');
  if (given.length > 0) return given;
  return [(step?.type === 'recordVote' ? words.votedDown : step?.to === 'notSelected' ? words.notSelected : words.upheld)[lang]];
};

const scoreIn = ({ data }: Case<Nomination>, lang: Lang): string[] => {
  const scheme = schemeOf(data);
  if (data.meanScore === undefined || !scheme) return [];
  const ranking = data.rank === undefined || data.meanScore < scheme.passMark ? [] : [fill(words.ranking, lang, { rank: String(data.rank), places: String(scheme.places[data.levelTarget]), rule: tieRule(scheme)[lang] })];
  return [fill(words.scored, lang, { score: String(data.meanScore), mark: String(scheme.passMark) }), ...ranking];
};

const refusalNotice: Kind = {
  name: 'refusal-notice', title: words.refusal, states: [...REFUSED, 'appealReview'], for: ['village_clerk', 'town_clerk', 'reviewer', 'town_head', 'auditor'],
  write: ({ case: one, log, lang, unit, town, at }) => {
    const { id, data, memory, state } = one;
    const step = refusing(log);
    const scheme = schemeTitle(data, lang);
    return writeRefusal(lang, {
      number: `${id}-${memory.round}`, to: namesIn(log)[0] ?? data.displayName, matter: fill(words.matter, lang, { scheme }), step: messages.states[step?.from === 'scored' ? 'panelScoring' : step?.from ?? '']?.[lang] ?? '',
      facts: [fill(words.facts, lang, { unit: unit[lang], scheme, level: wordOf(LEVELS, data.levelTarget, lang) }), ...scoreIn(one, lang)],
      ground: whyRefused(step, lang), phone: null, final: state === 'rejectedFinal', town, at: step?.at ?? at,
    });
  },
};

export const papers: readonly Kind[] = [approvalForm, certificate, refusalNotice];
