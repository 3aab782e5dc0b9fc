/** What became of each claim that was paid and each household that was commended, held against the logs of all it met and the ledger. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Step } from '../../workflows/kit/words.ts';
import { sharesOff } from '../machines/duties.ts';
import { DREW } from '../machines/together/people.ts';
import { BATCH_DUTIES, CLAIM_DUTIES, HOUSEHOLD_DUTIES, NOTICE_DUTIES } from '../machines/together/settings.ts';
import type { Taken, Told } from './read-logs.ts';

export type Posted = { readonly case_id: string; readonly step: string; readonly account: string; readonly fen: number };
type Duties = Readonly<Record<Step, string>>;
type Ways = { readonly end: string; readonly by: readonly string[]; readonly duties: Duties };
const ENDS: Readonly<Record<string, Ways>> = {
  'benefit-claim': { end: 'paid', by: ['bankOk'], duties: CLAIM_DUTIES },
  'model-household': { end: 'commended', by: ['confirm'], duties: HOUSEHOLD_DUTIES },
};
export type Looked = { readonly paid: number; readonly commended: number; /** Notices that ended for a case that was gathered into them. */ readonly gathered: number; readonly people: readonly string[]; readonly met: readonly string[]; readonly shares: readonly string[] };

/** Two duties of one person among these rows, as a sentence. */
const twiceIn = (rows: readonly Taken[], duties: Duties): string | null => {
  const byPerson = Map.groupBy(rows.filter(({ step }) => duties[step] !== undefined), ({ by }) => by);
  for (const [person, own] of byPerson) {
    const names = [...new Set(own.map(({ step }) => duties[step] ?? ''))];
    if (names.length > 1) return `${person} has ${names.join(' and ')}`;
  }
  return null;
};

/** What still counts: whoever drew it up at any time, and what was judged in the round, or since it was drawn up anew. */
const counting = (rows: readonly Taken[], duties: Duties, isJudgedNow: (row: Taken, i: number) => boolean): Taken[] => rows.filter((row, i) => duties[row.step] === DREW || isJudgedNow(row, i));
const sinceDrawn = ({ workflow }: Told, rows: readonly Taken[], duties: Duties): Taken[] => {
  const last = rows.findLastIndex(({ from, to }) => from !== null && from !== to && to === workflow.open.ways[0]?.to);
  return counting(rows, duties, (_, i) => i > last);
};
const foldedTo = (rows: readonly Taken[]): Record<string, unknown> => Object.assign({}, ...rows.map(({ patch }) => patch)) as Record<string, unknown>;

/** The notice that gathered the case hung, proven, when the case's term ended, released by another than who drew it up. */
const lookAtNotice = (one: Told, i: number, byId: ReadonlyMap<string, Told>): string | null => {
  const row = one.taken[i];
  const notice = byId.get(String(foldedTo(one.taken.slice(0, i))['notice'] ?? ''));
  if (!row || !notice) return null;
  const until = notice.taken.filter(({ at }) => at <= row.at);
  // Proof that comes late ends the term of the case and then of the notice at one moment.
  const stood = [until.findLast(({ at }) => at < row.at), ...until.filter(({ at }) => at === row.at)].map((passed) => passed?.to);
  const proven = foldedTo(until)['proven'] === true;
  if (!stood.includes('posted') || !proven) return `its notice stood at ${stood.at(-1) ?? 'nowhere'}, ${proven ? 'proven' : 'unproven'}`;
  return twiceIn(sinceDrawn(notice, until, NOTICE_DUTIES), NOTICE_DUTIES);
};

/** The batch was signed with the claim and its amount in its list, by three people; and just that was booked, once. */
const lookAtBatch = ({ stored: { case: { id } } }: Told, row: Taken, data: Record<string, unknown>, byId: ReadonlyMap<string, Told>, ledger: readonly Posted[]): string | null => {
  const batch = byId.get(String(data['batch'] ?? ''));
  const until = batch?.taken.filter(({ at }) => at <= row.at) ?? [];
  if (!batch || !until.some(({ step }) => step === 'checked.sign') || !until.some(({ step }) => step === 'signed.sendToBank')) return 'paid out of a batch that nobody signed and sent';
  const line = ((foldedTo(until)['listed'] ?? []) as { claim: string; fen: number }[]).find(({ claim }) => claim === id);
  if (line?.fen !== data['amount']) return `the list holds ${line?.fen ?? 'nothing'}, not ${String(data['amount'])}`;
  const booked = ledger.filter(({ case_id, step, account }) => case_id === id && step === `pay:${row.round}` && account.startsWith('paid:')).reduce((sum, { fen }) => sum + fen, 0);
  if (booked !== data['amount']) return `${booked} fen were booked, not ${String(data['amount'])}`;
  return twiceIn(sinceDrawn(batch, until, BATCH_DUTIES), BATCH_DUTIES);
};

export const lookAtMeetings = (all: readonly Told[], ledger: readonly Posted[]): Looked => {
  const byId = new Map(all.map((one) => [one.stored.case.id, one]));
  const looked = { paid: 0, commended: 0, gathered: 0, people: [] as string[], met: [] as string[], shares: [] as string[] };
  const tell = (list: string[], id: string, what: string | null): void => { if (what !== null) list.push(`${id}: ${what}`); };
  for (const one of all) {
    const ways = ENDS[one.workflow.name];
    const { id } = one.stored.case;
    if (ways) one.taken.forEach((row, i) => {
      const rows = one.taken.slice(0, i + 1);
      const data = foldedTo(rows);
      if (row.type === 'noticeExpired' && foldedTo(one.taken.slice(0, i))['notice']) {
        looked.gathered += 1;
        tell(looked.met, id, lookAtNotice(one, i, byId));
      }
      if (row.to !== ways.end || !ways.by.includes(row.type)) return;
      tell(looked.people, id, twiceIn(counting(rows, ways.duties, ({ round }) => round === row.round), ways.duties));
      if (ways.end === 'commended') looked.commended += 1;
      else {
        looked.paid += 1;
        if (sharesOff(data)) looked.shares.push(`${id}: the shares do not sum to ${String(data['amount'])}`);
        tell(looked.met, id, lookAtBatch(one, row, data, byId, ledger));
      }
    });
  }
  return looked;
};

/** Processes whose cases are walked, where walks are counted. */
export const WALKED: readonly Workflow['name'][] = Object.keys(ENDS);
