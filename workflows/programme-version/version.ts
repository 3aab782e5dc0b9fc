/** What a version of a programme keeps, what its decisions ask, and what it says once its blanks are filled with what holds. */
import { wordsFor, type FieldsOf, type Question, type WorkflowOf } from '../kit/workflow.ts';
import type { Data, Day, Rolled, State, Tally } from '../kit/words.ts';
import type { Share } from '../office/money.ts';
import { findProgramme, getProgramme } from '../office/programmes/index.ts';
import type { Programme } from '../office/programmes/programme.ts';
import { termsOf, type Terms } from '../office/programmes/terms.ts';
import { governing, STANDING } from '../office/programmes/versions.ts';
import type { forms } from './forms.ts';

export type Fields = FieldsOf<typeof forms>;
type Typed = NonNullable<Fields['terms']>;
export type Version = {
  readonly programme: string; readonly number: number; readonly effectiveFrom: Day; readonly documentNo: string; readonly reason: string;
  /** As typed, what holds without it, and since it was approved all that it says. */
  readonly terms: Typed; readonly held: Terms; readonly governs?: Terms;
  readonly remark?: string;
  /** The version that came after it, and the last day it was in force. */
  readonly replacedBy?: string; readonly until?: Day;
  /** Last day of entitlement, proposed and then approved. */
  readonly closing?: Day | null; readonly closedOn?: Day;
};
export type Facts = { readonly versions: readonly Rolled[] | null; readonly underWay: Tally | null };
export type Asked<K extends keyof Facts = never> = Question<Version, Fields, Pick<Facts, K>>;
export const { arrow, reading, define } = wordsFor<Version, Fields, Facts>();

export const NAME = 'programme-version';
const UNDER_WAY: State[] = ['checking', 'approval', 'approved'];

const programmeId = ({ case: { data }, form }: Pick<Asked, 'case' | 'form'>): string | undefined => data.programme || form.programme;
export const facts: WorkflowOf<Version, Fields, Facts>['facts'] = {
  versions: (asked) => {
    const programme = programmeId(asked);
    return programme ? { ask: 'roll', workflow: NAME, where: { programme }, states: STANDING, fields: ['number', 'effectiveFrom', 'governs', 'closedOn'] } : null;
  },
  underWay: ({ case: { id, key } }) => (key ? { ask: 'tally', workflow: NAME, key, states: UNDER_WAY, except: id } : null),
};

export const baseOf = (asked: Pick<Asked, 'case' | 'form'>): Programme | undefined => findProgramme(programmeId(asked));

/** What holds on the day before the version comes into force, and its number. */
export const heldBy = (programme: string, versions: readonly Rolled[] | null, from: Day): Pick<Version, 'held' | 'number'> => {
  const base = getProgramme(programme);
  const numbers = (versions ?? []).map(({ values }) => Number(values['number']));
  return { held: governing(base, versions ?? [], from)?.terms ?? termsOf(base), number: Math.max(base.version, ...numbers) + 1 };
};

/** The programme as it was before any version, under the names of one. */
export const asFirst = ({ programme }: Pick<Version, 'programme'>): Data => {
  const base = getProgramme(programme);
  return { programme, number: base.version, effectiveFrom: base.validity.from, held: termsOf(base), terms: {} };
};

const shareOf = ({ tier, percent, fixed }: NonNullable<Typed['shares']>[number]): Share => (fixed === undefined ? { tier, percent: percent ?? 0 } : { tier, fixed });

/** What is typed over what holds. */
export const allTerms = (typed: Typed, held: Terms): Terms => {
  const { shares, ...others } = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Typed;
  return { ...held, ...(others as Partial<Terms>), ...(shares && { shares: shares.map(shareOf) }) };
};
