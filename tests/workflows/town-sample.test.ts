/** What the town draws from a village's month, and looks at record by record. */
import { describe, expect, test } from 'vitest';
import { drawFrom, townSizeOf, type TownSample } from '../../workflows/office/sampling.ts';
import { BATCH, drawnIn, found, handIn, itemOf, lookAt, passing, proof, proposed, residents, seen, startedMonth } from './month.ts';
import { whyOf, type Office } from './office-in-memory.ts';

describe('the town’s sample', () => {
  const taken = (): Office => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed({ residenceAddress: '柳岸社区9楼9号' }));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    handIn(office);
    return office;
  };
  test('is one in twenty and at least five, drawn by the office with a seed it keeps', () => {
    expect([3, 20, 101, 612].map(townSizeOf)).toEqual([3, 5, 6, 31]);
    const office = taken();
    const sample = office.get(BATCH).data.townSample as TownSample;
    const all = office.list('record-verification').filter(({ parent }) => parent === BATCH).map(({ id }) => id);
    expect(sample).toMatchObject({ of: 20, seed: 6092, drawnAt: office.now() });
    expect(sample.drawn).toEqual(drawFrom(6092, all, 5));
  });
  test('is looked at record by record, by somebody who did not approve it, and nobody looks twice', () => {
    const office = taken();
    const item = drawnIn(office).includes(itemOf(0)) ? itemOf(0) : null;
    const [drawn = ''] = drawnIn(office).filter((id) => id !== itemOf(0));
    const other = office.list('record-verification').find(({ id, parent }) => parent === BATCH && !drawnIn(office).includes(id))?.id ?? '';
    expect(whyOf(office.send('town3', other, 'townCheck', found('right')))).toEqual(['not-drawn']);
    expect(whyOf(office.send('village01', drawn, 'townCheck', found('right')))).toEqual(['not-offered']);
    expect(whyOf(office.send('town3', drawn, 'townCheck', found('right', ['contact'])))).toEqual(['wrong']);
    expect(whyOf(office.send('town3', drawn, 'townCheck', found('wrong')))).toEqual(['wrong']);
    expect(whyOf(office.send('town3', drawn, 'townCheck', { ...found('right'), checkedOn: '2026-10-30' }))).toEqual(['checkedOn']);
    expect(whyOf(office.send('town3', drawn, 'townCheck', found('right')))).toEqual([]);
    expect(whyOf(office.send('town4', drawn, 'townCheck', found('right')))).toEqual(['not-drawn']);
    if (item) expect(whyOf(office.send('town1', item, 'townCheck', found('right')))).toEqual(['same-person']);
  });
  test('keeps whoever approved a change from looking at it', () => {
    const office = startedMonth();
    for (const [n] of residents.entries()) {
      office.send('village01', itemOf(n), 'proposeChange', proposed({ residenceAddress: `柳岸社区9楼${n}号` }));
      office.send('town1', itemOf(n), 'approve', { proofSeen: proof });
    }
    handIn(office);
    const corrected = drawnIn(office).filter((id) => office.get(id).state === 'corrected');
    expect(corrected.length).toBeGreaterThan(0);
    for (const id of corrected) expect([whyOf(office.would('town1', id, 'townCheck', found('right'))), whyOf(office.would('town3', id, 'townCheck', found('right')))]).toEqual([['same-person'], []]);
  });
  test('with more than two in a hundred wrong keeps the batch from passing; sent back, what was wrong is verified anew and another sample drawn', () => {
    const office = taken();
    const [wrong = ''] = drawnIn(office);
    lookAt(office, 1);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual(['town-sample-wrong']);
    expect(whyOf(office.send('town2', BATCH, 'sendBack', { reason: 'R02', problem: '抽查发现差错，请复核。' }))).toEqual([]);
    expect(office.get(wrong)).toMatchObject({ state: 'pending', data: { townResult: null, problem: '抽查发现差错，请复核。' } });
    expect(office.list('record-verification', ['pending']).filter(({ parent }) => parent === BATCH).map(({ id }) => id)).toEqual([wrong]);
    office.send('village01', wrong, 'confirmSame', seen);
    office.nextSeed(777);
    office.send('village01', BATCH, 'resubmit', { note: '已复核' });
    expect(office.get(BATCH).data.townSample).toMatchObject({ seed: 777 });
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing)), 'an earlier look says nothing of this draw').toEqual(['town-sample-open']);
    lookAt(office);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual([]);
  });
});
