/** What a version must keep to, so that any claim under it can be shared out and judged. */
import type { Check } from '../kit/workflow.ts';
import { asksAge, partsNeeded, type Terms } from '../office/programmes/terms.ts';
import { noticeDays, type Programme } from '../office/programmes/programme.ts';
import { dayOf } from '../office/working-days.ts';
import { allTerms, baseOf, heldBy, reading, type Asked, type Facts, type Fields, type Version } from './version.ts';

type VersionCheck = Check<Version, Fields, Facts>;

/** Of the form's terms over those that hold; a form that names no programme is another check's business. */
const ofTerms = (field: string, ok: (terms: Terms, base: Programme, asked: Asked<'versions'>) => boolean, zh: string, en: string): VersionCheck => ({
  field: `terms.${field}`, text: { zh, en },
  ok: reading(['versions'], (asked) => {
    const base = baseOf(asked);
    const { terms, effectiveFrom } = asked.form;
    return !base || !terms || !effectiveFrom || ok(allTerms(terms, heldBy(base.id, asked.facts.versions, effectiveFrom).held), base, asked);
  }),
});

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
/** What `splitFen` can share out, and fixed amounts whole: a claim below the cap gets its part of each. */
const sharesFit = ({ cap, shares, remainderTo }: Terms): boolean => {
  const [fixed, percent] = [shares.flatMap((one) => ('fixed' in one ? [one.fixed] : [])), shares.flatMap((one) => ('percent' in one ? [one.percent] : []))];
  const tiers = shares.map(({ tier }) => tier);
  const whole = fixed.length === 0 ? sum(percent) === 100 : percent.length === 0 && sum(fixed) === cap;
  return whole && new Set(tiers).size === tiers.length && tiers.includes(remainderTo);
};

const said = ({ form: { terms } }: Asked): [string, unknown][] => Object.entries(terms ?? {}).filter(([, value]) => value !== undefined);

export const checks: Readonly<Record<string, VersionCheck>> = {
  /** Two-child families since 2016 and three-child families since 2021 need no quota: what was awarded for one is closed for good. */
  notClosed: { field: 'programme', text: { zh: '历史项目已永久停止新增，不能制定新版本，只按原规定办理补办', en: 'A closed programme is never opened again: it gets no new version, and late claims go by the old one' }, ok: (asked) => baseOf(asked)?.status !== 'closed' },
  ahead: { field: 'effectiveFrom', text: { zh: '施行日期须在今天以后，不溯及既往', en: 'It comes into force on a day to come: it does not reach back' }, ok: ({ form, at }) => (form.effectiveFrom ?? '') > dayOf(at) },
  inOrder: { field: 'effectiveFrom', text: { zh: '施行日期须晚于现行版本的施行日期', en: 'It comes into force after the version before it' }, ok: reading(['versions'], ({ form, facts: { versions } }) => (versions ?? []).every(({ values }) => String(values['effectiveFrom']) < (form.effectiveFrom ?? ''))) },
  somethingSaid: { field: 'terms', text: { zh: '请至少填写一项要调整的内容', en: 'Say at least one thing that changes' }, ok: (asked) => said(asked).length > 0 },
  validLongEnough: ofTerms('validUntil', ({ validUntil }, _, { form }) => validUntil >= (form.effectiveFrom ?? ''), '权益发生截止日不能早于施行日期', 'The last day of entitlement cannot lie before the version comes into force'),
  deadlineAfter: ofTerms('claimDeadline', ({ validUntil, claimDeadline }) => claimDeadline >= validUntil, '申请截止日不能早于权益发生截止日', 'Claims must be possible until the last day of entitlement at least'),
  sharesFit: ofTerms('shares', sharesFit, '资金分担须各级不重复，比例合计100%或固定金额合计等于最高金额，尾差承担层级须在其中', 'Each tier once; percentages that add up to 100, or fixed amounts that add up to the most a claim brings; the tier that takes the rounding among them'),
  partsKept: ofTerms('parts', ({ parts }, base) => partsNeeded(base).every((part) => parts.includes(part)), '资格条件所依据的部分不能去掉', 'A part that a condition rests on cannot be left out'),
  /** No version takes a notice away or puts one up that the programme never had. */
  villagePosted: ofTerms('villageDays', ({ villageDays }, base) => villageDays === undefined || noticeDays(base, 'village') !== null, '本项目没有村级公示，请勿填写', 'This programme has no notice in the village: leave it blank'),
  townPosted: ofTerms('townDays', ({ townDays }, base) => townDays === undefined || noticeDays(base, 'town') !== null, '本项目没有镇级公示，请勿填写', 'This programme has no notice in the town: leave it blank'),
  ageAsked: ofTerms('ageMale', ({ ageMale, ageFemale }, base) => (ageMale === undefined && ageFemale === undefined) || asksAge(base), '本项目没有年龄条件，请勿填写', 'This programme has no condition of age: leave it blank'),
  closedAhead: { field: 'closedOn', text: { zh: '最后权益发生日不能早于今天', en: 'The last day of entitlement cannot lie before today' }, ok: ({ form, at }) => (form.closedOn ?? '') >= dayOf(at) },
};
export const draftChecks = Object.keys(checks).filter((name) => name !== 'closedAhead');
