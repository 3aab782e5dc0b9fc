/** What a batch holds, what its decisions ask of the claims in it, and the kit's words typed by both. */
import { wordsFor, type FieldsOf, type Question, type WorkflowOf } from '../kit/workflow.ts';
import type { Day, KeptFile, Rolled, Tally } from '../kit/words.ts';
import type { Line, Settled } from './bank-file.ts';
import type { forms } from './forms.ts';

/** Sums in fen. */
export type Batch = {
  readonly title: string; readonly payBy: Day;
  /** As checked by the second finance user: the sums, in all and by tier, and each line as it goes to the bank. */
  readonly total?: number; readonly lines?: number;
  readonly tiers?: Readonly<Record<string, number>>; readonly listed?: readonly Line[];
  readonly bankFileNo?: string; readonly sentHash?: string; readonly sentOn?: Day;
  /** The bank got a file that the office made, and answers with one. */
  readonly byFile?: boolean;
  readonly bankReference?: string; readonly returnHash?: string; readonly returnedOn?: Day;
  /** What the bank paid, and how many lines it did not. */
  readonly paidTotal?: number; readonly failed?: number;
  /** What was booked of each line. */
  readonly answered?: readonly Settled[];
  readonly statementNo?: string;
};
export type Fields = FieldsOf<typeof forms>;
export type Facts = {
  /** Claims of the batch whose payment is under way. */
  readonly pending: Tally;
  /** Claims that were paid by it. */
  readonly paid: Tally;
  /** The same, one by one. */
  readonly pendingRoll: readonly Rolled[];
  readonly paidRoll: readonly Rolled[];
  /** Files that were made of the batch, or taken in for it. */
  readonly files: readonly KeptFile[];
};
export type Asked<K extends keyof Facts = never> = Question<Batch, Fields, Pick<Facts, K>>;

export const { arrow, reading, define } = wordsFor<Batch, Fields, Facts>();

const CLAIMS = 'benefit-claim';

export const facts: WorkflowOf<Batch, Fields, Facts>['facts'] = {
  pending: ({ case: { id } }) => ({ ask: 'tally', workflow: CLAIMS, where: { batch: id }, states: ['inPayment'], sum: 'amount' }),
  paid: ({ case: { id } }) => ({ ask: 'tally', workflow: CLAIMS, where: { paidIn: id }, sum: 'paidFen' }),
  pendingRoll: ({ case: { id } }) => ({ ask: 'roll', workflow: CLAIMS, where: { batch: id }, states: ['inPayment'], fields: ['amount', 'shares'] }),
  paidRoll: ({ case: { id } }) => ({ ask: 'roll', workflow: CLAIMS, where: { paidIn: id }, fields: ['paidFen'] }),
  files: ({ case: { id } }) => ({ ask: 'exchanged', case: id }),
};

type ClaimSend = { readonly type: 'send'; readonly workflow: string; readonly event: string; readonly to: readonly { id: string; data: Record<string, unknown> }[] };
export const toEach = (event: string, to: ClaimSend['to']): ClaimSend[] => (to.length === 0 ? [] : [{ type: 'send', workflow: CLAIMS, event, to }]);

/** Claims of the batch hear of its steps by their own events, which they accept or refuse by their own rules. */
export const toClaims = (event: string, field: 'batch' | 'paidIn', id: string, states: readonly string[], data: Record<string, unknown>) =>
  [{ type: 'send' as const, workflow: CLAIMS, event, to: { where: { [field]: id }, states, data } }];
