/** Stories of budget lines: finance asks, the tier that bears the line approves, more is added, and the rest goes back at the year's end. */
import { expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { budgetLine } from '../../workflows/budget-line/index.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

const TOWN = '999901101';
const begin = (at = '2026-11-23T01:00:00.000Z') => {
  const office = makeOffice({ workflows: [budgetLine, benefitClaim], town: { ...makeTown({ scale: 'small' }), funds: [] }, at });
  const ask = (id: string, tier: string, year: number, fen = 1_000_000) => whyOf(office.open('finance1', 'budget-line', { id, unit: TOWN, data: { tier, year, fen, documentNo: '演示财1号' } }));
  const tell = (by: string, id: string, event: string, data = {}): string | string[] => {
    const result = office.send(by, id, event, data);
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  return { office, ask, tell };
};
const opinion = { opinion: '同意。' };

test('a line has nothing on it before the tier that bears it approves: the district its own, the head the town’s and the villages’', () => {
  const { office, ask, tell } = begin();
  for (const tier of ['district', 'town', 'village']) expect(ask(tier, tier, 2026)).toEqual([]);
  expect(office.balance('district-2026')).toBeNull();
  expect(tell('head1', 'district', 'approve', opinion)).toEqual(['not-offered']);
  expect(tell('district1', 'district', 'approve', opinion)).toBe('open');
  expect(tell('district1', 'town', 'approve', opinion)).toEqual(['not-offered']);
  expect(tell('head1', 'town', 'approve', opinion)).toBe('open');
  expect(office.balance('district-2026')).toBe(1_000_000);
  expect(ask('again', 'district', 2026)).toEqual(['year']);
  expect(office.refolded('district')).toEqual(office.get('district'));
});

test('what was sent back is revised and approved with the new sum; a line given up leaves room for another', () => {
  const { office, ask, tell } = begin();
  ask('a', 'town', 2026);
  expect(tell('head1', 'a', 'sendBack', { remark: '请核对' })).toBe('returned');
  expect(tell('finance2', 'a', 'revise', { fen: 700_000, documentNo: '演示财2号' })).toBe('headApproval');
  expect(tell('head1', 'a', 'approve', opinion)).toBe('open');
  expect([office.balance('town-2026'), office.get('a').data['documentNo']]).toEqual([700_000, '演示财2号']);
  ask('b', 'village', 2026);
  expect(tell('finance1', 'b', 'giveUp', { remark: '重复' })).toBe('givenUp');
  expect(ask('c', 'village', 2026)).toEqual([]);
});

test('a supplement counts when it is approved, and leaves no trace when it is not', () => {
  const { office, ask, tell } = begin();
  ask('a', 'district', 2026);
  tell('district1', 'a', 'approve', opinion);
  const more = { addFen: 50_000, addDocumentNo: '演示追1号' };
  expect(tell('finance1', 'a', 'supplement', more)).toBe('districtSupplement');
  expect(tell('district1', 'a', 'refuseSupplement', opinion)).toBe('open');
  expect(office.balance('district-2026')).toBe(1_000_000);
  tell('finance1', 'a', 'supplement', more);
  tell('district1', 'a', 'approveSupplement', opinion);
  tell('finance1', 'a', 'supplement', more);
  tell('district1', 'a', 'approveSupplement', opinion);
  expect([office.balance('district-2026'), office.get('a').data['granted']]).toEqual([1_100_000, 1_100_000]);
  expect(budgetLine.books?.(office.get('a'))).toEqual({ 'granted:district-2026': -1_100_000, 'district-2026': 1_100_000 });
});

test('a year is closed when it is over, by two people, and what is left goes back', () => {
  const { office, ask, tell } = begin();
  ask('old', 'town', 2025, 300_000);
  ask('now', 'town', 2026);
  for (const id of ['old', 'now']) tell('head1', id, 'approve', opinion);
  expect(tell('finance1', 'now', 'proposeClose', { remark: '年终' })).toEqual(['year-over']);
  expect(tell('finance1', 'old', 'proposeClose', { remark: '年终' })).toBe('closing');
  expect(tell('head2', 'old', 'refuseClose', opinion)).toBe('open');
  tell('finance1', 'old', 'proposeClose', { remark: '年终' });
  expect(tell('head1', 'old', 'confirmClose', opinion)).toBe('closed');
  expect([office.balance('town-2025'), office.get('old').data['returned']]).toEqual([0, 300_000]);
  expect(office.ledger.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
});
