/** What the office does next: whom it tells, and how the ledger moves. Sums in fen; each posting sums to nothing. */
import type { Effect, Post, Posting } from '../kit/words.ts';
import { splitFen } from '../office/money.ts';
import type { Asked } from './claim.ts';
import { budgetLine } from './facts.ts';
import { programmeOf } from './rounds.ts';

const tell = (what: string, ...posts: Post[]) => (): Effect[] => [{ type: 'tell', what, posts }];

const tiers = (shares: Readonly<Record<string, number>>, year: number | undefined, sign: 1 | -1): Posting[] =>
  Object.entries(shares).filter(([, fen]) => fen !== 0).map(([tier, fen]) => ({ account: budgetLine(tier, year ?? ''), fen: sign * fen }));

/** Money set aside for the claim, or given back to the lines it came from. */
const commitment = (step: string, give: 1 | -1) => ({ case: { id, version, data: { shares = {}, amount = 0, budgetYear } } }: Asked): Effect[] => [
  { type: 'post', step: `${step}:${version}`, entries: [...tiers(shares, budgetYear, give === 1 ? -1 : 1), { account: `payable:${id}`, fen: give * amount }] },
];

/** The step's name holds the round, and the ledger takes a step once: no round is ever paid twice. */
const payment = ({ case: { id, memory, data: { amount = 0 } } }: Asked): Effect[] => [
  { type: 'post', step: `pay:${memory.round}`, entries: [{ account: `payable:${id}`, fen: -amount }, { account: 'bank', fen: amount }] },
];

/** What comes back goes to the lines it was paid from, tier by tier, and leaves the bank's total. */
const recovery = ({ case: { version, data } }: Asked): Effect[] => {
  const { shares, remainderTo } = programmeOf(data);
  const fen = data.lastReceived ?? 0;
  return [{ type: 'post', step: `recover:${version}`, entries: [...tiers(splitFen(fen, shares, remainderTo), data.budgetYear, 1), { account: 'bank', fen: -fen }] }];
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
  tellBounced: tell('bounced', 'village_clerk'),
  commit: commitment('commit', 1),
  release: commitment('release', -1),
  pay: payment,
  takeBack: recovery,
};
