/** What must be true of a case, and of all it met, before it is paid or commended. */
import type { Watch as Eye } from '../explore.ts';
import type { Cases, Happened } from './office.ts';
import type { Held } from './people.ts';
import type { Watch } from './search.ts';

type Listed = { readonly claim: string; readonly fen: number };

const NOTICES = 'public-notice';
const BATCHES = 'payment-batch';
const find = (cases: Cases, workflow: string) => [...cases.values()].find((one) => one.workflow === workflow);
const twice = (held: Held, workflow: string): string | null => {
  const duties = held[workflow] ?? [];
  return duties.length > 1 ? `though one person has ${duties.join(' and ')}` : null;
};

/** Of a notice that gathers: it hangs, proven, and who drew it up did not release it. */
const noticeWrong = (cases: Cases, held: Held): string | null => {
  const notice = find(cases, NOTICES);
  if (notice && (notice.state !== 'posted' || notice.data['proven'] !== true)) return `though its notice stands at ${notice.state}${notice.data['proven'] === true ? '' : ', unproven'}`;
  return twice(held, NOTICES);
};

/** The claim stands, with what it is paid, in the list that was checked and signed; and just that leaves the lines. */
const batchWrong = (cases: Cases, held: Held, { after: { id, data }, posted }: Happened): string | null => {
  const batch = find(cases, BATCHES);
  const line = ((batch?.data['listed'] ?? []) as readonly Listed[]).find(({ claim }) => claim === id);
  if (!batch || !['sentToBank', 'partlyReturned', 'returnedOk'].includes(batch.state)) return `out of a batch at ${batch?.state ?? 'nowhere'}`;
  if (!line || line.fen !== data['amount']) return `though the batch was checked and signed with ${line?.fen ?? 'nothing'} for it, not ${String(data['amount'])}`;
  const out = posted.filter(({ account }) => account.startsWith('paid:')).reduce((sum, { fen }) => sum + fen, 0);
  if (out !== data['amount'] || posted.reduce((sum, { fen }) => sum + fen, 0) !== 0) return `though ${out} fen were booked as paid`;
  return twice(held, BATCHES);
};

/** `eye`: what watches the case itself. `end`: the state it must not come to otherwise; `pays`: where a batch brings it there. */
export const watchOf = ({ eye, end, pays }: { readonly eye: Eye; readonly end: string; readonly pays: boolean }): Watch => ({
  start: eye.start,
  next: (seen, { before, after, row, newRound }) => (before.workflow === NOTICES || before.workflow === BATCHES ? seen : eye.next(seen, { from: row.from, event: row.type, to: row.to, newRound, case: after })),
  wrong: (seen, happened, cases, held) => {
    const { before, after, row, cameBack } = happened;
    const found = eye.wrong(seen, after);
    if (found !== null) return found;
    const tell = (why: string | null): string | null => (why === null ? null : `${row.type} to ${after.state} ${why}`);
    if (row.type === 'noticeExpired' && before.data['notice']) return tell(noticeWrong(cases, held));
    if (after.state !== end || before.state === end || cameBack) return null;
    return tell(twice(held, after.workflow) ?? (pays ? batchWrong(cases, held, happened) : null));
  },
});
