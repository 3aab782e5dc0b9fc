/** Records go with people who move, part, join or die while the month runs: none is lost, none doubled. */
import { describe, expect, test } from 'vitest';
import { childId } from '../../workflows/kit/ids.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { randomFrom } from '../../workflows/office/demo-town/random.ts';
import { BATCH, CYCLE, handIn, itemOf, lookAt, openMonth, passing, proof, proposed, residents, seen, startedMonth, TODAY, town, TOWN, VILLAGE } from './month.ts';
import { whyOf, type Office } from './office-in-memory.ts';

const villages = town.units.filter(({ kind }) => kind === 'village').map(({ id }) => id);
const [, OTHER = '', THIRD = ''] = villages;
const batchOf = (unit: string): string => childId(CYCLE, unit);
const clerkOf = (unit: string): string => `village${String(villages.indexOf(unit) + 1).padStart(2, '0')}`;
const who = (nth: number): string => residents[nth]?.id ?? '';
const moveTo = (unit: string) => proposed({ unit, residenceAddress: `${unit}新居1号` });
const startAll = (): Office => {
  const office = openMonth();
  for (const unit of villages) office.send(clerkOf(unit), batchOf(unit), 'start');
  return office;
};
/** A move as people make it: proposed by the village left, approved by the town. */
const move = (office: Office, record: string, to: string): void => {
  const unit = office.entry('residents', record)?.unit ?? '';
  const item = childId(batchOf(unit), record);
  expect(whyOf(office.send(clerkOf(unit), item, 'proposeChange', moveTo(to))), `${record} to ${to}`).toEqual([]);
  expect(['town1', 'town2', 'town3', 'town4'].some((by) => office.send(by, item, 'approve', { proofSeen: proof }).accepted), record).toBe(true);
};
const GONE = ['handedOver', 'left'];
const itemsOf = (office: Office, record: string): Case[] => office.list('record-verification').filter(({ subject }) => subject === record);
const standing = (office: Office, record: string): Case[] => itemsOf(office, record).filter(({ state }) => !GONE.includes(state));

describe('somebody who moves', () => {
  test('is handed over: the record left ends with where it went, the new one knows where it came from', () => {
    const office = startAll();
    move(office, who(0), OTHER);
    expect(office.get(itemOf(0))).toMatchObject({ state: 'handedOver', data: { wentTo: childId(batchOf(OTHER), who(0)), wentToUnit: OTHER } });
    expect(office.get(childId(batchOf(OTHER), who(0)))).toMatchObject({ state: 'pending', unit: OTHER, data: { cameFrom: itemOf(0) } });
    expect(office.entry('residents', who(0))).toMatchObject({ unit: OTHER, values: { unit: OTHER, residenceAddress: `${OTHER}新居1号` } });
    expect(office.get(batchOf(OTHER)).data.late).toBe(1);
    expect(whyOf(office.send('village02', childId(batchOf(OTHER), who(0)), 'confirmSame', seen))).toEqual([]);
  });
  test('and comes back takes up the record that was left', () => {
    const office = startAll();
    move(office, who(0), OTHER);
    move(office, who(0), THIRD);
    move(office, who(0), VILLAGE);
    expect(office.get(itemOf(0))).toMatchObject({ state: 'pending', data: { cameFrom: childId(batchOf(THIRD), who(0)), wentTo: null } });
    expect(standing(office, who(0)).map(({ id }) => id)).toEqual([itemOf(0)]);
    expect(office.refolded(itemOf(0))).toEqual(office.get(itemOf(0)));
  });
  test('goes with their household to one of its own, of which the first is the head', () => {
    const office = startAll();
    const old = String(office.entry('residents', who(0))?.values.household);
    move(office, who(0), OTHER);
    const home = childId(old, OTHER);
    expect(office.entry('residents', who(0))?.values).toMatchObject({ household: home, relation: '02' });
    expect(office.entry('households', home)).toMatchObject({ unit: OTHER, values: { head: who(0) } });
  });
  test('stands where they were when the village moved to has passed already, and the register has them there', () => {
    const office = startAll();
    office.send('head1', batchOf(OTHER), 'waive', { ground: '经研究本月免于审核。' });
    move(office, who(0), OTHER);
    expect(office.get(itemOf(0)).state).toBe('applied');
    expect(office.entry('residents', who(0))?.unit).toBe(OTHER);
    expect(standing(office, who(0))).toHaveLength(1);
  });
  test('to no village of the town, without an address, or into a strange household is told so', () => {
    const office = startAll();
    const send = (changes: Record<string, unknown>) => whyOf(office.send('village01', itemOf(0), 'proposeChange', proposed(changes)));
    expect(send({ unit: '999901101999', residenceAddress: '某处1号' })).toEqual(['changes.unit']);
    expect(send({ unit: OTHER })).toEqual(['changes.residenceAddress']);
    expect(send({ household: town.households.find(({ unit }) => unit === OTHER)?.id })).toEqual(['changes.household']);
    expect(send({ ownHousehold: true, unit: OTHER, residenceAddress: '某处1号' })).toEqual(['changes.ownHousehold']);
    expect(send({ ownHousehold: false })).toEqual(['changes']);
  });
  test('by a case of an earlier month is followed by the record of this one', () => {
    const office = openMonth();
    office.clock('2026-12-01T01:00:00.000Z');
    office.open('town1', 'verification-cycle', { id: 'december', unit: TOWN, data: { month: '2026-12', kind: 'full' } });
    const request = { requestReference: '权请〔2026〕3号', requestedOn: TODAY, changes: { unit: OTHER, residenceAddress: '新桥社区1号' }, evidence: proof };
    for (const { id } of office.list('verification-batch')) if (id.startsWith(CYCLE)) office.send('head1', id, 'waive', { ground: '经研究本月免于审核。' });
    expect(whyOf(office.send('privacy', itemOf(0), 'subjectRequest', request))).toEqual([]);
    expect(whyOf(office.send('town1', itemOf(0), 'approve', { proofSeen: proof }))).toEqual([]);
    const now = (unit: string): string => childId(childId('december', unit), who(0));
    expect([office.get(itemOf(0)).state, office.get(now(VILLAGE)).state, office.get(now(OTHER)).state]).toEqual(['applied', 'handedOver', 'pending']);
  });
});

describe('a household', () => {
  test('is parted and joined without a record being lost or doubled', () => {
    const office = startAll();
    const old = String(office.entry('residents', who(0))?.values.household);
    const other = town.households.find(({ unit, id }) => unit === VILLAGE && id !== old)?.id ?? '';
    office.send('village01', itemOf(0), 'proposeChange', proposed({ ownHousehold: true }));
    office.send('village01', itemOf(1), 'proposeChange', proposed({ household: other, relation: '97' }));
    for (const n of [0, 1]) office.send('town1', itemOf(n), 'approve', { proofSeen: proof });
    handIn(office);
    lookAt(office);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual([]);
    expect(office.entry('residents', who(0))?.values).toMatchObject({ household: childId(old, who(0)), relation: '02' });
    expect(office.entry('households', childId(old, who(0)))?.values).toMatchObject({ head: who(0), unit: VILLAGE });
    expect(office.entry('residents', who(1))?.values).toMatchObject({ household: other, relation: '97' });
    for (const n of [0, 1]) expect(standing(office, who(n)).map(({ state }) => state)).toEqual(['applied']);
  });
});

describe('who dies', () => {
  test('by a case of an earlier month has the record of this one end', () => {
    const office = openMonth();
    office.clock('2026-12-01T01:00:00.000Z');
    office.open('town1', 'verification-cycle', { id: 'december', unit: TOWN, data: { month: '2026-12', kind: 'full' } });
    for (const { id } of office.list('verification-batch')) if (id.startsWith(CYCLE)) office.send('head1', id, 'waive', { ground: '经研究本月免于审核。' });
    office.send('town1', CYCLE, 'report', { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' });
    office.send('head1', CYCLE, 'close', { opinion: '同意' });
    office.send('privacy', itemOf(0), 'subjectRequest', { requestReference: '权请〔2026〕4号', requestedOn: TODAY, changes: { status: 'deceased' }, evidence: proof });
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    const now = childId(childId('december', VILLAGE), who(0));
    expect([office.get(itemOf(0)).state, office.entry('residents', who(0))?.values.status, office.get(now).state]).toEqual(['applied', 'deceased', 'left']);
  });
  test('while their own month runs is entered with proof, and nobody is asked again', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed({ status: 'deceased' }));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    handIn(office);
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    expect([office.get(itemOf(0)).state, office.entry('residents', who(0))?.values.status]).toEqual(['applied', 'deceased']);
    office.clock('2026-12-01T01:00:00.000Z');
    office.open('town1', 'verification-cycle', { id: 'december', unit: TOWN, data: { month: '2026-12', kind: 'full' } });
    expect(office.find(childId(childId('december', VILLAGE), who(0)))).toBeUndefined();
  });
});

describe('however people move about', () => {
  test.each([1, 2, 3, 4, 5, 6])('nobody is lost and nobody doubled (%i)', (seed) => {
    const random = randomFrom(seed);
    const office = startAll();
    const people = town.residents.filter(({ status, id }) => status !== 'deceased' && !town.relations.some(({ resident }) => resident === id)).map(({ id }) => id);
    const listed = new Set(office.list('record-verification').map(({ subject }) => subject ?? ''));
    const unitOf = (id: string): string => office.entry('residents', id)?.unit ?? '';
    const itemNow = (id: string): string => standing(office, id)[0]?.id ?? '';
    let entered = 0;
    const acts = [
      () => { const id = random.pick(people); const to = random.pick(villages); if (to !== unitOf(id) && office.get(itemNow(id)).state === 'pending' && office.get(batchOf(unitOf(id))).state === 'inProgress') move(office, id, to); },
      () => { const id = random.pick(people); const item = office.get(itemNow(id)); office.send(clerkOf(item.unit), item.id, 'confirmSame', seen); },
      () => { const id = random.pick(people); const item = office.get(itemNow(id)); if (office.send('privacy', item.id, 'subjectRequest', { requestReference: '权请〔2026〕9号', requestedOn: TODAY, changes: { unit: random.pick(villages), residenceAddress: '迁居1号' }, evidence: proof }).accepted) office.send('town2', item.id, 'approve', { proofSeen: proof }); },
      () => { const id = random.pick(people); const item = office.get(itemNow(id)); office.send(clerkOf(item.unit), item.id, 'markUnable', { unableReason: 'deceased' }); },
      () => { const unit = random.pick(villages); office.send('head1', batchOf(unit), random.below(3) === 0 ? 'waive' : 'start', { ground: '经研究本月免于审核。' }); },
      () => {
        entered += 1;
        const id = `import-${seed}-${entered}`;
        office.write('residents', id, { ...town.residents[entered], id, unit: random.pick(villages), status: 'active' }, office.now());
        if (office.send(clerkOf(unitOf(id)), batchOf(unitOf(id)), 'addLate').accepted) { listed.add(id); people.push(id); }
      },
    ];
    for (let n = 0; n < 120; n += 1) random.pick(acts)();
    for (const id of listed) {
      const alive = office.entry('residents', id)?.values.status !== 'deceased';
      expect(standing(office, id), `${id} ${itemsOf(office, id).map((one) => `${one.id} ${one.state}`).join('; ')}`).toHaveLength(alive ? 1 : 0);
      const [one] = standing(office, id);
      if (one?.state === 'pending') expect(one.unit, `${id} is verified where the register has them`).toBe(unitOf(id));
    }
    expect(itemsOf(office, '').length).toBe(0);
    expect(office.list('record-verification', ['handedOver']).length, 'somebody moved').toBeGreaterThan(3);
  });
});
