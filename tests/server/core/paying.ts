/** Claims brought to the door of payment, many at once: special support, which no notice delays. */
import { randomUUID } from 'node:crypto';
import { sendEvents } from '../../../server/use-cases/send-events.ts';
import { benefitClaim } from '../../../workflows/benefit-claim/index.ts';
import { openingFor } from '../../../workflows/benefit-claim/examples.ts';
import { findProgramme } from '../../../workflows/office/programmes/index.ts';
import type { Data } from '../../../workflows/kit/words.ts';
import { dayOf } from '../../../workflows/office/working-days.ts';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { workflows } from '../../../workflows/index.ts';
import { NOW } from '../support.ts';

export const TOWN = '999901101';
const VILLAGE = '999901101001';
/** Who takes which step on the way to approval; nobody named: the village’s clerk. */
const WAY = [[null, 'submit'], [null, 'vote'], ['town1', 'passCheck'], ['reviewer1', 'pass'], ['reviewer2', 'passAgain'], ['head1', 'sign'], ['district1', 'confirm']] as const;

export const exampleOf = (event: string): Data => {
  const given = benefitClaim.examples({ at: NOW, unit: VILLAGE, free: { residents: [], households: [] }, cases: () => [] })[event] ?? {};
  return (Array.isArray(given) ? given[0] : given) as Data;
};

/** An office whose district line of the year holds so much; nobody is anybody's relative. */
export const payingOffice = (districtFen: number): Promise<TestOffice> =>
  openOffice(workflows, (town) => ({ ...town, relations: [], funds: town.funds.map((fund) => (fund.id === 'district-2026' ? { ...fund, fen: districtFen } : fund)) }));

export const send = (by: Person, workflow: string, id: string, type: string, version: number, data: unknown, event: string = randomUUID()) =>
  by.post(`/api/${workflow}/${id}/events`, { id: event, type, version, data });

/** So many approved claims of so much each; their ids. */
export const approvedClaims = async ({ office, as, town }: TestOffice, count: number, fen: number, prefix = 'k', more: (i: number) => Data = () => ({})): Promise<string[]> => {
  const programme = findProgramme('special-support');
  const people = town.residents.filter(({ status }) => status === 'active').slice(0, count);
  const clerkOf = (unit: string): string => town.staff.find(({ posts }) => posts.some((held) => held.post === 'village_clerk' && held.unit === unit))?.id ?? '';
  if (!programme || people.length < count) throw new Error('Too few people for so many claims');
  const ids = people.map((_, i) => `${prefix}${String(i).padStart(2, '0')}`);
  for (const [i, { id, name, unit, status }] of people.entries()) {
    const data = { ...openingFor(programme, { id, unit, values: { name, status } }, dayOf(NOW)), amountClaimed: fen, ...more(i) };
    const opened = await (await as(clerkOf(unit))).post('/api/benefit-claim', { id: ids[i], unit, data });
    if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  }
  for (const [n, [who, type]] of WAY.entries()) {
    const askerFor = (unit: string) => ({ id: who ?? clerkOf(unit), name: who ?? clerkOf(unit), at: NOW, seats: town.staff.find(({ id }) => id === (who ?? clerkOf(unit)))?.posts.map((held) => ({ ...held, covers: town.units.map(({ id }) => id) })) ?? [] });
    const sent = await sendEvents(office, ids.map((id, i) => ({ asker: askerFor(people[i]?.unit ?? ''), workflow: benefitClaim, caseId: id, opening: false, body: { id: randomUUID(), type, version: n + 1, data: exampleOf(type) } })));
    const refused = sent.find((one) => !one.done);
    if (refused) throw new Error(`${type}: ${JSON.stringify(refused)}`);
  }
  return ids;
};
