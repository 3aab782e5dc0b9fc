/** What a new version of a programme may change, and what no version ever changes. */
import type { Day } from '../../kit/words.ts';
import type { Share } from '../money.ts';
import { noticeDays, type Condition, type EligibilityRule, type Part, type Programme } from './programme.ts';

/** All that a version says; sums in fen, shares in whole percent or fixed, days of notices where the programme is posted. */
export type Terms = {
  /** Last day of entitlement, and last day for a claim. */
  readonly validUntil: Day; readonly claimDeadline: Day;
  readonly cap: number; readonly shares: readonly Share[]; readonly remainderTo: string;
  readonly villageDays?: number; readonly townDays?: number;
  readonly parts: readonly Part[];
  readonly ageMale?: number; readonly ageFemale?: number;
};

/** The version that governs a day of entitlement: an approved case, by number. */
export type Governing = { readonly case: string; readonly number: number; readonly from: Day; readonly terms: Terms };

/** The shortest notice found in any rule that was looked at. */
export const SHORTEST_NOTICE = 3;

const ageIn = ({ eligibility }: Programme) => eligibility.map(({ condition }) => condition).find((one): one is Extract<Condition, { ask: 'ageFrom' }> => one.ask === 'ageFrom');
export const asksAge = (programme: Programme): boolean => ageIn(programme) !== undefined;
/** Parts that a condition rests on: no version does without them. */
export const partsNeeded = ({ eligibility }: Pick<Programme, 'eligibility'>): Part[] =>
  eligibility.flatMap(({ condition }): Part[] => (condition.ask === 'issuedBy' ? [condition.part] : condition.ask === 'marriageEntitles' ? ['marriage'] : []));

export const termsOf = (programme: Programme): Terms => {
  const [village, town, age] = [noticeDays(programme, 'village'), noticeDays(programme, 'town'), ageIn(programme)];
  return {
    validUntil: programme.validity.to, claimDeadline: programme.claimDeadline, cap: programme.cap, shares: programme.shares, remainderTo: programme.remainderTo, parts: programme.parts,
    ...(village !== null && { villageDays: village }), ...(town !== null && { townDays: town }), ...(age && { ageMale: age.male, ageFemale: age.female }),
  };
};

/**
 * Whether a programme is posted, and at which levels, is no version's to say: special support never is
 * (Personal Information Protection Law Art. 28), and no notice is taken away from the others, nor made shorter than the shortest.
 */
const noticeOf = ({ notice }: Programme, { villageDays, townDays }: Terms): Programme['notice'] => {
  if (notice === 'none') return 'none';
  const hangs = (days: number | null, said: number | undefined): number | null => (days === null ? null : Math.max(SHORTEST_NOTICE, said ?? days));
  return { village: hangs(notice.village, villageDays), town: hangs(notice.town, townDays) };
};

const agedBy = ({ ageMale, ageFemale }: Terms) => (rule: EligibilityRule): EligibilityRule => {
  if (rule.condition.ask !== 'ageFrom' || ageMale === undefined || ageFemale === undefined) return rule;
  const text = { zh: `权益发生日男满${ageMale}周岁、女满${ageFemale}周岁`, en: `Aged ${ageMale} (men) or ${ageFemale} (women) on the day of entitlement` };
  const same = rule.condition.male === ageMale && rule.condition.female === ageFemale;
  return same ? rule : { ...rule, text, condition: { ask: 'ageFrom', male: ageMale, female: ageFemale } };
};

/** The programme as the version has it. A closed one stays as it is: nothing opens it to new claims again. */
export const asGoverned = (base: Programme, governing: Governing | null | undefined): Programme => {
  if (!governing || base.status === 'closed') return base;
  const { number, from, terms } = governing;
  return {
    ...base, version: number, validity: { from, to: terms.validUntil }, claimDeadline: terms.claimDeadline, cap: terms.cap, shares: terms.shares, remainderTo: terms.remainderTo,
    notice: noticeOf(base, terms), parts: terms.parts, eligibility: base.eligibility.map(agedBy(terms)),
  };
};
