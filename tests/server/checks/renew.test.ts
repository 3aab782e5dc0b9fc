/** What is renewed with each change of an entry is what a run over the whole register would find. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Office } from '../../../server/office.ts';
import { changeEntries } from '../../../server/store/register.ts';
import { inWork } from '../../../server/use-cases/in-work.ts';
import { renewFindings } from '../../../server/use-cases/renew-findings.ts';
import type { Data } from '../../../workflows/kit/words.ts';
import type { Resident } from '../../../workflows/office/demo-town/town.ts';
import { NOW, openOffice } from '../support.ts';
import type { TestOffice } from '../support.ts';
import { checkAll } from './check-all.ts';

let small: TestOffice;
beforeAll(async () => { small = await openOffice([]); });
afterAll(() => small.close());

const openOnes = async ({ pool }: Office): Promise<string[]> =>
  (await pool.query<{ one: string }>(`select rule || ' ' || coalesce(field, '') || ' ' || array_to_string(residents, ' ') as one from findings where state = 'open' order by 1`)).rows.map(({ one }) => one);

const change = (id: string, values: Data): Promise<void> => inWork(small.office, async (work) => {
  const { keys, district } = small.office;
  await renewFindings(work, await changeEntries(work.tx.db, keys, district, [{ register: 'residents', id, values, at: NOW, person: 'village01', workflow: 'some', caseId: 'c' }]), NOW);
});

/** Every kind of change that makes a finding, moves it to others, or ends it. */
const changesOf = (people: readonly Resident[]): [string, Data][] => {
  const at = (n: number): Resident => { const one = people[n]; if (!one) throw new Error('too few people'); return one; };
  const couple = people.find(({ spouse }) => spouse !== null) ?? at(0);
  return [
    [at(3).id, { name: '王3' }], [at(3).id, { name: at(3).name }], [at(4).id, { birthDate: '2026-02-30' }], [at(5).id, { sex: at(5).sex === '1' ? '2' : '1' }],
    ...[6, 7, 8, 9, 10, 11].map((n): [string, Data] => [at(n).id, { phone: '10012345678' }]), [at(11).id, { phone: '10012345679' }],
    [at(12).id, { idNumber: at(13).idNumber }], [at(13).id, { status: 'moved' }], [at(13).id, { status: 'active' }],
    [at(14).id, { account: at(15).account }], [at(16).id, { account: at(15).account }], [at(15).id, { account: '0000999999999999999' }],
    [at(17).id, { name: at(18).name, birthDate: at(18).birthDate, sex: at(18).sex, idNumber: at(18).idNumber }],
    [at(19).id, { relation: '02' }], [at(20).id, { relation: '97' }], [at(21).id, { status: 'deceased' }], [at(22).id, { lastVerified: '2025-01-01' }], [at(23).id, { lastVerified: '2025-01-01' }], [at(23).id, { lastVerified: '2026-11-20' }],
    [couple.id, { spouse: at(24).id }], [couple.spouse ?? '', { marital: '10' }], [at(25).id, { spouse: at(25).id }], [at(26).id, { residenceAddress: '西湾村3组1号' }], [at(27).id, { phone: null }],
    [couple.id, { spouse: couple.spouse }], ...people.filter(({ household }) => household === couple.household).map(({ id }): [string, Data] => [id, { phone: null }]), [couple.id, { phone: '10012345670' }],
    [at(28).id, { unit: at(59).unit }], [at(29).id, { household: at(30).household }],
  ];
};

test('change by change, the findings are those of a run', { timeout: 120_000 }, async () => {
  await checkAll(small.office);
  const first = await openOnes(small.office);
  for (const [id, values] of changesOf(small.town.residents)) await change(id, values);
  const renewed = await openOnes(small.office);
  expect(renewed.length).toBeGreaterThan(first.length + 10);
  expect(new Set(renewed.map((one) => one.slice(0, 3))).size).toBeGreaterThan(14);
  await checkAll(small.office);
  expect(renewed).toEqual(await openOnes(small.office));
});
