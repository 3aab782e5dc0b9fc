/** Which approved version of a programme governs a day of entitlement. */
import type { Day, Query, Rolled, State } from '../../kit/words.ts';
import type { Programme } from './programme.ts';
import type { Governing, Terms } from './terms.ts';

/** Approved, whatever became of it afterwards. */
export const STANDING: readonly State[] = ['approved', 'inForce', 'closing', 'replaced', 'closed'];

/** What an approved version says, as the roll has it; `lastDay` where it was closed. */
type Said = { readonly number: number; readonly effectiveFrom: Day; readonly governs: Terms; readonly closedOn?: Day };

/** No version reaches back before the day it was approved on, so what governs a day that came is settled: nothing has to be held for it. */
export const versionsOf = (workflow: string, programme: string): Query =>
  ({ ask: 'roll', workflow, where: { programme }, states: STANDING, fields: ['number', 'effectiveFrom', 'governs', 'closedOn'], settled: true });

const saidBy = ({ values }: Rolled): Said => values as unknown as Said;
const earlier = (a: Day, b: Day | undefined): Day => (b !== undefined && b < a ? b : a);

/** The latest that had come into force by then; null where the programme stands as it first was, and always for a closed one. */
export const governing = ({ status }: Programme, versions: readonly Rolled[], day: Day): Governing | null => {
  if (status === 'closed') return null;
  const latest = versions.filter((one) => saidBy(one).effectiveFrom <= day).sort((a, b) => (saidBy(a).effectiveFrom < saidBy(b).effectiveFrom ? -1 : 1)).at(-1);
  if (!latest) return null;
  const { number, effectiveFrom, governs, closedOn } = saidBy(latest);
  return { case: latest.id, number, from: effectiveFrom, terms: { ...governs, validUntil: earlier(governs.validUntil, closedOn) } };
};
