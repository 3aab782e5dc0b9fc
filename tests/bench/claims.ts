/** What the load is made of: benefit claims that the town sends back and the village corrects, each event with somebody to tell. */
import type { Resident } from './desks.ts';
import type { Shot, Thread } from './load.ts';

/** A village's clerk and the town's, who take turns, by their cookies; and the people of the village. */
export type Pair = { readonly village: string; readonly town: string; readonly unit: string; readonly residents: readonly Resident[] };

const PATH = '/api/benefit-claim';
/** A yearly programme without notices: a claim goes from the village's vote to the town's check. */
const PROGRAMME = 'special-support';
const YEARS = ['2025', '2026'];
const PAPERS = ['signed_form', 'declaration', 'consent', 'id_card', 'household_book'];

const papersOn = (day: string) => PAPERS.map((kind) => ({ kind, reference: '已查验原件', seenOn: day }));

const opening = ({ id, name }: Resident, year: string) => ({
  programme: PROGRAMME, applicant: id, entitlementDate: `${year}-01-15`, amountClaimed: 90_000,
  certificate: { paperNo: `认定〔${year}〕${id.slice(-4)}号`, issuedOn: `${year}-01-10`, issuedBy: '示范区卫生健康委员会' },
  accountHolder: name, bankName: '示范农商银行', accountType: 'one_card', accountNo: '6200000000000000000',
});
const submission = (day: string) => ({ signedOn: day, papers: papersOn(day), consentSensitive: '同意书1', consentTransfer: '同意书2' });
const vote = (day: string) => ({ minutes: { reference: '评议记录', heldOn: day, panel: 9, present: 8, yes: 8, no: 0, abstain: 0 } });
const sendBack = { reason: 'R02', items: [{ item: 'amountClaimed', note: '请核对申请金额' }] };
/** The amount changes, so that the claim goes to the town's check anew. */
const correction = (turn: number) => ({ answers: [{ item: 'amountClaimed', answer: '已核对更正' }], amountClaimed: 80_000 + (turn % 100) * 100 });

/** The threads of `count` claims: how each is opened and brought to the town, and what happens to it then. */
export const makeClaims = (pairs: readonly Pair[], day: string, count: number, turns: number): { opening: Thread[]; turning: Thread[] } => {
  const made = { opening: [] as Thread[], turning: [] as Thread[] };
  for (let n = 0; n < count; n += 1) {
    const pair = pairs[n % pairs.length];
    const place = Math.floor(n / pairs.length);
    const resident = pair?.residents[place % pair.residents.length];
    const year = YEARS[Math.floor(place / (pair?.residents.length ?? 1))];
    if (!pair || !resident || !year) throw new Error(`The demo town has no people left for ${count} claims.`);
    const id = `bench-${n}`;
    const event = (cookie: string, version: number, type: string, data: object): Shot =>
      ({ path: `${PATH}/${id}/events`, cookie, status: 200, body: { id: `${id}.${version}`, type, data, version } });
    made.opening.push([
      { path: PATH, cookie: pair.village, status: 201, body: { id, unit: pair.unit, data: opening(resident, year) } },
      event(pair.village, 1, 'submit', submission(day)),
      event(pair.village, 2, 'vote', vote(day)),
    ]);
    made.turning.push(Array.from({ length: turns }, (_, turn) => [
      event(pair.town, 3 + turn * 2, 'sendBack', sendBack),
      event(pair.village, 4 + turn * 2, 'resubmit', correction(turn)),
    ]).flat());
  }
  return made;
};
