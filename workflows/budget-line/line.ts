/** What a budget line holds, what its decisions ask, and the kit's words typed by both. */
import { fundLine } from '../office/budget.ts';
import { wordsFor, type FieldsOf, type Question, type WorkflowOf } from '../kit/workflow.ts';
import type { Tally } from '../kit/words.ts';
import type { forms } from './forms.ts';

/** Sums in fen. */
export type Line = {
  readonly tier: string; readonly year: number; readonly title: string;
  /** What was approved so far, and the last of it. */
  readonly granted: number; readonly added?: number;
  readonly documentNo: string; readonly remark?: string;
  /** What is asked for and not approved yet. */
  readonly asked?: number | null; readonly askedDocumentNo?: string | null;
  readonly returned?: number;
};
export type Fields = FieldsOf<typeof forms>;
export type Facts = {
  /** Other lines of the same tier and year that are not given up. */
  readonly others: Tally | null;
  readonly left: number | null;
  /** Payments under way that draw on lines of the year. */
  readonly underWay: Tally;
};
export type Asked<K extends keyof Facts = never> = Question<Line, Fields, Pick<Facts, K>>;

export const { arrow, reading, define } = wordsFor<Line, Fields, Facts>();

export const keyOf = ({ tier, year }: Pick<Line, 'tier' | 'year'>): string => fundLine(tier, year);

/** All but those given up. */
const STANDING = ['districtApproval', 'headApproval', 'returned', 'open', 'districtSupplement', 'headSupplement', 'closing', 'closed'];

export const facts: WorkflowOf<Line, Fields, Facts>['facts'] = {
  others: ({ case: { id, workflow, data }, form }) => {
    const [tier, year] = [form.tier ?? data.tier, form.year ?? data.year];
    return tier && year ? { ask: 'tally', workflow, key: fundLine(tier, year), states: STANDING, except: id } : null;
  },
  left: ({ case: { data } }) => ({ ask: 'balance', line: keyOf(data) }),
  underWay: ({ case: { data } }) => ({ ask: 'tally', workflow: 'benefit-claim', where: { budgetYear: String(data.year) }, states: ['inPayment'] }),
};
