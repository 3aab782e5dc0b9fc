/** What of a claim and of a nomination can steer what happens next: by this the searches tell their situations apart. */
import type { Case, EventName, Step } from '../../workflows/kit/words.ts';
import { sharesOff } from './duties.ts';
import type { Sight } from './node-names.ts';

type Notice = { round: number; sheet?: unknown; completedOn?: unknown };
const noticeSeen = (given: unknown, round: number): unknown => {
  const notice = given as Notice | undefined;
  return notice?.round === round ? { posted: notice.sheet !== undefined, ran: notice.completedOn !== undefined } : 'none';
};
const fen = (value: unknown): number => (typeof value === 'number' ? value : 0);
const openCount = ({ data }: Pick<Case, 'data'>): number => ((data['objections'] ?? []) as { standing: string }[]).filter(({ standing }) => standing === 'open').length;

/** Sums count by their sign only; what is still to be recovered by whether the example's receipt covers it. */
const claimSees: Sight['sees'] = ({ state, data, memory: { round, origins } }) => {
  const refused = ['rejected', 'appealReview'].includes(state) ? (data['refusal'] as { step: string; reason: string }) : null;
  const returned = state === 'returned' || (state === 'suspended' && origins['suspended'] === 'returned');
  return {
    programme: data['programme'], claimed: data['amountClaimed'], paid: fen(data['paid']) > 0, owed: `${Math.sign(fen(data['entitled']) - fen(data['paid']))}`,
    amount: typeof data['amount'] === 'number' ? `${Math.sign(data['amount'])}` : 'none', due: `${Math.sign(fen(data['amountClaimed']) - fen(data['paid']))}`, off: sharesOff(data),
    left: ['revocationProposed', 'recovery', 'writeOffProposed'].includes(state) && fen((data['revocation'] as { fen: number } | undefined)?.fen) - fen(data['recovered']) > 100,
    withOthers: Boolean(data['notice']), village: noticeSeen(data['villageNotice'], round), town: noticeSeen(data['townNotice'], round),
    objections: `${openCount({ data })}`,
    reminded: returned && (data['returned'] as { reminded: boolean }).reminded, refusal: refused && { step: refused.step, reason: refused.reason },
  };
};
const claimLooks: Step[] = ['townCheck.passCheck', 'internalReview.passAgain'];
export const claimSight: Sight = { looks: claimLooks, sees: claimSees };

/** At most so many objections are open at a time. */
export const fewObjections = (most: number) => (one: Case, event: EventName): boolean => event === 'object' && openCount(one) >= most;

const householdSees: Sight['sees'] = ({ data, state, memory: { round } }) => ({
  village: data['villageNoticed'] === round, town: data['townNoticed'] === round, checked: data['checkedRound'] === round, drafted: Boolean(data['noticeText']), posted: Boolean(data['sheet']),
  recused: data['recused'], reminded: state === 'returned' && data['reminded'], down: data['storyDown'] !== undefined, story: `${String(data['story'] ?? '').length}`,
});
export const householdSight: Sight = { looks: [], sees: householdSees };

/** One scorer in a round may have to recuse; that more do is the office's to prevent. */
export const fewRecusals = ({ data }: Case, event: EventName): boolean => event === 'recuse' && Array.isArray(data['recused']) && data['recused'].length > 0;
