/** What a filled-in row says, and how the columns follow from the desk. */
import { describe, expect, test } from 'vitest';
import { workflows } from '../../workflows/index.ts';
import { placesIn, pendingOf } from '../../workflows/kit/desk.ts';
import { columnsOf } from '../../workflows/office/workbook/columns.ts';
import { faultsAt, readRow } from '../../workflows/office/workbook/read-row.ts';
import type { Said } from '../../workflows/office/workbook/read-row.ts';

const [place] = placesIn(workflows);
if (!place) throw new Error('No process is worked through at a desk.');
const columns = columnsOf(place);
const read = (cells: Record<string, string>): Said => readRow(place, columns, cells);
const SAME = { result: '核实一致', verifiedOn: '2026-11-23', method: '入户' };
const CHANGE = { ...SAME, result: '提出更正', changedOn: '2026-11-20', 'evidence.0.kind': '居住证明', 'evidence.0.reference': '第17号', 'evidence.0.seenOn': '2026/11/22', 'changes.residenceAddress': '合成路1组1号' };
const faults = (said: Said): string[] => (said.kind === 'faulty' ? said.faults.map(({ key }) => key) : [said.kind]);

test('who it is stands first, then the result, the register group by group with its new values, and what is hidden last', () => {
  const keys = columns.map(({ key }) => key);
  expect(keys.slice(0, 6)).toEqual(['code', 'title', 'last', 'result', 'verifiedOn', 'method']);
  expect(keys.slice(-5)).toEqual(['remark', 'case', 'version', 'entry', 'mark']);
  expect(keys.indexOf('changes.phone')).toBe(keys.indexOf('now.phone') + 1);
  expect(keys.filter((key) => key.startsWith('tries.'))).toHaveLength(6);
  expect(keys).not.toContain('groups');
  expect(new Set(columns.map(({ label }) => label.zh)).size).toBe(columns.length);
  expect(new Set(columns.map(({ label }) => label.en)).size).toBe(columns.length);
  expect(place.items.states[pendingOf(place)]?.on[place.desk.change]).toBeDefined();
});

describe('a row', () => {
  test('without anything typed says nothing', () => expect(read({ code: '999901101001010001', verifiedOn: ' ' })).toEqual({ kind: 'nothing' }));
  test('confirmed asserts every group, with the method and the day that were typed', () => {
    expect(read(SAME)).toEqual({ kind: 'answer', event: 'confirmSame', data: { groups: { identity: true, marriage: true, residence: true, contact: true }, verifiedOn: '2026-11-23', method: 'visit' } });
  });
  test('is read in either language, by codes, and by a workbook’s count of days', () => {
    expect(read({ result: 'confirm AS it stands', verifiedOn: '46349', method: 'visit' })).toMatchObject({ kind: 'answer', data: { verifiedOn: '2026-11-23', method: 'visit' } });
  });
  test('with new values is a proposal with its proof', () => {
    expect(read(CHANGE)).toMatchObject({ kind: 'answer', event: 'proposeChange', data: { changes: { residenceAddress: '合成路1组1号' }, evidence: [{ kind: 'residence_proof', reference: '第17号', seenOn: '2026-11-22' }] } });
  });
  test('that nobody could be reached for closes up its tries, and passes over what is chosen for the sitting', () => {
    const tried = { 'tries.0.triedOn': '2026-11-20', 'tries.0.how': '电话', 'tries.2.triedOn': '2026-11-22', 'tries.2.how': '入户' };
    expect(faults(read({ ...SAME, result: '登记无法核实', unableReason: '三次联系未果', ...tried }))).toEqual(['tries.0.triedOn']);
    expect(read({ ...SAME, result: '登记无法核实', unableReason: '三次联系未果', ...tried, 'tries.1.triedOn': '2026-11-21', 'tries.1.how': '电话' })).toMatchObject({ kind: 'answer', data: { tries: [{ triedOn: '2026-11-20', how: 'phone' }, { triedOn: '2026-11-21' }, { how: 'visit' }] } });
  });
  test.each([
    ['half filled in', { method: '入户' }, ['result']],
    ['a result nobody knows', { ...SAME, result: '好' }, ['result']],
    ['a new value beside a confirmation', { ...SAME, 'changes.name': '安和宁' }, ['changes.name']],
    ['a change without a new value', { ...CHANGE, 'changes.residenceAddress': '' }, ['result']],
    ['a date that does not exist', { ...SAME, verifiedOn: '2026-02-30' }, ['verifiedOn']],
    ['no method', { ...SAME, method: '' }, ['method']],
    ['a number kept as a quantity', { ...CHANGE, 'changes.idNumber': '9.9990119850412E+17' }, ['changes.idNumber']],
    ['a calculation that failed', { ...CHANGE, 'changes.residenceAddress': '#REF!' }, ['changes.residenceAddress']],
    ['proof without its number', { ...CHANGE, 'evidence.0.reference': '' }, ['evidence.0.reference']],
    ['no proof', { ...CHANGE, 'evidence.0.kind': '', 'evidence.0.reference': '', 'evidence.0.seenOn': '' }, ['evidence.0.kind']],
    ['the third try half told', { result: '登记无法核实', unableReason: '已搬离', 'tries.2.how': '电话' }, ['tries.2.triedOn']],
  ] as const)('with %s is told at the cell', (_name, cells, keys) => expect(faults(read(cells as Record<string, string>))).toEqual(keys));
});

test('what the rules say of an entry of a list is told at the column it had in the row', () => {
  const said = { zh: '不行', en: 'No' };
  expect(faultsAt(place, columns, 'markUnable', { 'tries.1.how': '电话' }, { 'tries.0.how': said, 'elsewhere.deep': said })).toEqual([{ key: 'tries.1.how', text: said }, { key: 'result', text: said }]);
});
