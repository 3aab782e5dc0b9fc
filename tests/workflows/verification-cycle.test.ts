/** The month as a whole, and the demo town's present one. */
import { describe, expect, test } from 'vitest';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { villageStands } from '../../workflows/office/demo-town/make-up.ts';
import type { TownSample } from '../../workflows/office/sampling.ts';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { verificationCycle } from '../../workflows/verification-cycle/index.ts';
import { BATCH, CYCLE, handIn, itemOf, lookAt, openMonth, passing, seen, startedMonth, TODAY, TOWN } from './month.ts';
import { makeOffice, whyOf, type Office } from './office-in-memory.ts';

const report = { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' };
const waiveOthers = (office: Office): void => {
  for (const { id } of office.list('verification-batch')) if (id !== BATCH) office.send('head1', id, 'waive', { ground: '汛期免于本期审核。' });
};

describe('a month', () => {
  test('is opened once, for eighteen villages', () => {
    const office = openMonth();
    expect(office.list('verification-batch', ['assigned'])).toHaveLength(18);
    expect(whyOf(office.open('town2', 'verification-cycle', { id: 'again', unit: TOWN, data: { month: '2026-11', kind: 'slice' } }))).toEqual(['month']);
    expect(whyOf(office.open('town2', 'verification-cycle', { id: 'past', unit: TOWN, data: { month: '2026-10', kind: 'full' } }))).toEqual(['month']);
    expect(whyOf(office.open('head1', 'verification-cycle', { id: 'head', unit: TOWN, data: { month: '2026-12', kind: 'full' } }))).toEqual(['not-offered']);
  });
  test('is reported and closed only when every batch has passed or is waived, by two persons', () => {
    const office = startedMonth();
    waiveOthers(office);
    expect(whyOf(office.send('town1', CYCLE, 'report', report))).toEqual(['batches-not-passed']);
    handIn(office);
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    expect(whyOf(office.send('head1', BATCH, 'close'))).toEqual(['cycle-not-closed']);
    expect(whyOf(office.send('town1', CYCLE, 'report', report))).toEqual([]);
    expect(whyOf(office.send('head1', CYCLE, 'close', { opinion: '同意' }))).toEqual([]);
    expect(office.list('verification-batch', ['closed'])).toHaveLength(18);
    expect(office.list('record-verification', ['pending'])).toHaveLength(0);
    expect(office.list('record-verification', ['carriedOver'])).toHaveLength(40);
  });
  test('is reopened by the head, village by village, as a new round', () => {
    const office = startedMonth();
    waiveOthers(office);
    handIn(office);
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    office.send('town1', CYCLE, 'report', report);
    office.send('head1', CYCLE, 'close', { opinion: '同意' });
    const again = { ground: '上级抽查发现差错。', cutoff: '2026-12-10' };
    expect(whyOf(office.send('head1', BATCH, 'reopen', again))).toEqual(['cycle-not-running']);
    office.send('head1', CYCLE, 'reopen', { ground: '上级抽查发现差错。' });
    expect(whyOf(office.send('head1', BATCH, 'reopen', again))).toEqual([]);
    expect(office.get(BATCH).memory.round).toBe(2);
    office.send('village01', itemOf(0), 'undo', { ground: '重新核实' });
    expect(whyOf(office.send('village01', itemOf(0), 'confirmSame', seen))).toEqual([]);
  });
});

/** Whatever of a sample nobody has looked at yet. */
const lookAtRest = (office: Office, batch: string, checkedOn: string): void => {
  for (const id of (office.get(batch).data.townSample as TownSample).drawn) {
    if (office.get(id).data.townResult) continue;
    expect(['town1', 'town2', 'town3'].some((by) => office.send(by, id, 'townCheck', { found: 'right', how: 'phone', checkedOn }).accepted), id).toBe(true);
  }
};

describe('the demo town', () => {
  const at = '2026-11-23T09:00:00.000Z';
  const town = makeTown();
  const workflows = [verificationCycle, verificationBatch, recordVerification];
  const steps = workflows.flatMap((one) => one.demo(town, at).map((step) => ({ ...step, workflow: one.name })));
  const office = makeOffice({ workflows, town, at: '2026-01-01T00:00:00.000Z' });
  office.replay(steps, at);
  const items = Map.groupBy(office.list('record-verification'), ({ parent }) => parent);

  test('stands half-way in every village as the table of the month says', () => {
    for (const { unit, stand, records, corrected, unable, pending } of villageStands) {
      const batch = office.list('verification-batch').find((one) => one.unit === unit);
      const states = Object.fromEntries([...Map.groupBy(items.get(batch?.id ?? '') ?? [], ({ state }) => state)].map(([state, all]) => [state, all.length]));
      expect([batch?.state, (states.corrected ?? 0) + (states.applied ?? 0), states.unable ?? 0, states.pending ?? 0, (states.consistent ?? 0)], unit)
        .toEqual([stand, corrected, unable, pending, records - corrected - unable - pending]);
    }
  });
  test('keeps the two villages that stand out from passing until they are explained', () => {
    for (const [code, indicator] of [['203', 'corrected'], ['209', 'unable']] as const) {
      const id = `verify-2026-11.999901101${code}`;
      const open = code === '209' ? ['town-sample-open'] : [];
      expect(whyOf(office.send('reviewer3', id, 'pass', passing))).toEqual(['outlier-unexplained', ...open]);
      const other = { indicator: indicator === 'unable' ? 'corrected' : 'unable', checkedRecords: 12, explanation: '回访十二条，均与登记一致，另一指标说明如上。' };
      office.send('town1', id, 'explain', other);
      expect(whyOf(office.send('reviewer3', id, 'pass', passing))).toEqual(['outlier-unexplained', ...open]);
      office.send('town1', id, 'explain', { ...other, indicator });
      expect(whyOf(office.would('reviewer3', id, 'pass', passing))).toEqual(open);
      lookAtRest(office, id, '2026-11-23');
      expect(office.offers('reviewer3', id).offers).toContainEqual({ type: 'pass' });
    }
    expect(office.offers('reviewer3', 'verify-2026-11.999901101003').offers).toContainEqual({ type: 'pass' });
  });
  test('has nobody confirm more than thirty records in ten minutes but the one planted for it', () => {
    const crowded = [...Map.groupBy(steps.filter(({ event }) => event === 'confirmSame'), ({ by, at: moment }) => `${by} ${moment}`).values()].filter((group) => group.length > 30);
    expect(crowded).toHaveLength(1);
    const hurried = new Set(town.planted.filter(({ rule }) => rule === 'D30').flatMap(({ residents }) => residents));
    expect(crowded[0]?.filter((step) => hurried.has(step.case.split('.')[2] ?? ''))).toHaveLength(hurried.size);
  });
  test('leaves whoever was planted as long unverified so', () => {
    const long = town.planted.filter(({ rule }) => rule === 'D29').flatMap(({ residents }) => residents);
    expect(long.filter((id) => String(office.entry('residents', id)?.values.lastVerified) > '2026-05-23')).toEqual([]);
  });
  test('tells the month before when the present one has hardly begun', () => {
    expect(verificationCycle.demo(town, '2026-12-03T01:00:00.000Z')[0]?.data.month).toBe('2026-11');
    expect(recordVerification.demo(town, at)).toEqual(recordVerification.demo(makeTown(), at));
  });
  test('refolds every batch and a record of every state from its log', () => {
    const some = [...office.list('verification-batch'), ...[...Map.groupBy(office.list('record-verification'), ({ state }) => state).values()].map(([first]) => first)].flatMap((one) => (one ? [one] : []));
    for (const one of some) expect(office.refolded(one.id)).toEqual(one);
  });
});
