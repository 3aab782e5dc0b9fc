/** What the office does next: whom it tells, and how the ledger moves. Sums in fen; each posting sums to nothing. */
import { tell } from '../kit/shorthand.ts';
import type { Effect } from '../kit/words.ts';
import { fundLine, committed, left, moved, paid } from '../office/budget.ts';
import { recoveredFrom, shareOut } from './keeps/paying.ts';
import type { Asked, ClaimCase } from './claim.ts';

type Data = Asked['case']['data'];
/** What the present round takes from each line. */
const drawn = ({ shares = {}, budgetYear = 0 }: Data): Record<string, number> => Object.fromEntries(Object.entries(shares).map(([tier, fen]) => [fundLine(tier, budgetYear), fen]));

/** Money set aside for the claim. */
const commitment = ({ case: { version, data } }: Asked): Effect[] => [{ type: 'post', step: `commit:${version}`, entries: moved(drawn(data), left, committed) }];
/** Given back to the lines it came from. */
const release = ({ case: { version, data } }: Asked): Effect[] => [{ type: 'post', step: `release:${version}`, entries: moved(drawn(data), committed, left) }];
/** The step's name holds the round, and the ledger takes a step once: no round is ever paid twice. */
const payment = ({ case: { memory, data } }: Asked): Effect[] => [{ type: 'post', step: `pay:${memory.round}`, entries: moved(drawn(data), committed, paid) }];
/** What comes back goes to the lines it was paid from. */
const recovery = ({ case: { version, data } }: Asked): Effect[] => [{ type: 'post', step: `recover:${version}`, entries: moved(recoveredFrom(data), paid, left) }];

/** What stands in the ledger of a claim: set aside while it is in payment, paid less what came back, and as much less on its lines. */
export const books = ({ state, data }: ClaimCase): Record<string, number> => {
  const sums: Record<string, number> = {};
  const put = (fenOf: Readonly<Record<string, number>>, on: (line: string) => string, sign: 1 | -1): void => {
    for (const [line, fen] of Object.entries(fenOf)) for (const [account, moves] of [[on(line), sign * fen], [left(line), -sign * fen]] as const) sums[account] = (sums[account] ?? 0) + moves;
  };
  if (state === 'inPayment') put(drawn(data), committed, 1);
  put(data.paidFrom ?? {}, paid, 1);
  put(shareOut(data.recovered ?? 0, data.paidFrom ?? {}), paid, -1);
  return sums;
};

export const effects = {
  tellVillage: tell('forVillage', 'village_clerk'),
  tellTown: tell('forTown', 'town_clerk'),
  tellReviewers: tell('forReviewers', 'reviewer'),
  tellHead: tell('forHead', 'town_head'),
  tellFinance: tell('forFinance', 'finance'),
  tellReturned: tell('returned', 'village_clerk'),
  tellReminder: tell('reminder', 'village_clerk'),
  tellLapsed: tell('lapsed', 'village_clerk', 'town_clerk'),
  tellRefused: tell('refused', 'village_clerk'),
  tellPaid: tell('paid', 'village_clerk'),
  /** Of a payment that came back nobody is told by SMS: about accounts the village talks with people. */
  textPaid: ({ case: { data } }: Asked): Effect[] => (data.tellByText && data.textPhone ? [{ type: 'text', what: 'paid', to: data.textPhone }] : []),
  tellBounced: tell('bounced', 'village_clerk'),
  commit: commitment,
  release,
  pay: payment,
  takeBack: recovery,
};
