/** The month's report: counted while it runs, frozen with the head's signature, and never changed by what comes after. */
import { beforeAll, describe, expect, test } from 'vitest';
import { filterOf, figuresAbout, fits, frozenOf, questionOf, readCounted, snapshotOf, type Frozen } from '../../workflows/kit/report.ts';
import { viewReport, type Cell, type ReportView, type Signed } from '../../workflows/kit/report-view.ts';
import type { Figures } from '../../workflows/kit/words.ts';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { report, STANDS } from '../../workflows/verification-cycle/report.ts';
import { BATCH, CYCLE, handIn, itemOf, lookAt, moved, passing, proof, proposed, startedMonth, TODAY, TOWN, town } from './month.ts';
import { whyOf, type Office } from './office-in-memory.ts';

const findings = { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' };
const waiveOthers = (office: Office): void => { for (const { id } of office.list('verification-batch')) if (id !== BATCH) office.send('head1', id, 'waive', { ground: '汛期免于本期审核。' }); };
const figuresNow = (office: Office): Figures => office.answer(questionOf(report, office.get(CYCLE))) as Figures;
const sumOf = (by: Readonly<Record<string, number>>): number => Object.values(by).reduce((sum, one) => sum + one, 0);
const people = (name: string): boolean => name === recordVerification.name;
const view = (office: Office, snapshot?: Frozen, log: readonly Signed[] = []): ReportView => {
  const one = office.get(CYCLE);
  return viewReport({ report, one, frozen: frozenOf(one), snapshot: snapshot ?? snapshotOf(report, one, figuresNow(office), office.now()), log, units: town.units, people });
};
const cellsOf = ({ parts }: ReportView): Cell[] => parts.flatMap((part) =>
  (part.kind === 'text' ? part.says.flatMap(({ zh }) => zh.filter((piece) => typeof piece !== 'string')) : part.kind === 'table' ? part.rows.flatMap(({ cells }) => cells) : part.kind === 'bars' ? part.bars.flatMap(({ values }) => values) : part.kind === 'monitoring' ? part.flags.flatMap(({ records }) => [records]) : []));

test('every state of a record stands in the report once', () => {
  expect(Object.values(STANDS).flat().toSorted()).toEqual(Object.keys(recordVerification.states).toSorted());
});

test('what a figure counts can be asked of the list of its workflow', () => {
  const listed = Object.fromEntries([recordVerification, verificationBatch].map(({ name, list }) => [name, [...list.fields.map((field) => field.name), 'parent', 'unit', 'state', 'id']]));
  const one = startedMonth().get(CYCLE);
  for (const query of Object.values(questionOf(report, one).figures)) expect(Object.keys(filterOf(query)).filter((name) => !listed[query.workflow]?.includes(name))).toEqual([]);
});

describe('a month that is signed', () => {
  let office: Office;
  let [first, atSigning]: [Frozen | undefined, ReturnType<typeof figuresNow> | undefined] = [undefined, undefined];
  const close = (): string[] => whyOf(office.send('head1', CYCLE, 'close', { opinion: '同意' }));

  beforeAll(() => {
    office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed(moved));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    office.send('village01', itemOf(1), 'markUnable', { unableReason: 'moved' });
    waiveOthers(office);
    handIn(office);
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    office.send('town1', CYCLE, 'report', findings);
    atSigning = figuresNow(office);
  });

  test('says nobody’s number, and no identity number in words', () => {
    expect(whyOf(office.would('head1', CYCLE, 'close', { opinion: '请复核11010519491231002X。' }))).toEqual(['opinion']);
    for (const cell of cellsOf(view(office))) if (cell.value !== null && cell.opens && 'filter' in cell.opens && people(cell.opens.workflow)) expect(cell.value === 0 || cell.value >= 5, JSON.stringify(cell)).toBe(true);
    expect(view(office).hides).toContain('few');
    expect(view(office).provisional).toBe(true);
  });

  test('keeps figures, questions, time and digest as they were when it was signed', () => {
    expect(close()).toEqual([]);
    [first] = frozenOf(office.get(CYCLE));
    expect(first).toMatchObject({ round: 1, at: office.now(), cases: atSigning?.cases, digest: atSigning?.digest, version: office.get(CYCLE).version });
    expect(Object.fromEntries(Object.entries(first?.figures ?? {}).map(([name, { by }]) => [name, sumOf(by)]))).toMatchObject({ corrected: 1, unable: 1, passed: 1, waived: 17, batches: 18, listed: office.list('record-verification').length });
    expect(first?.figures['unable']?.query).toMatchObject({ workflow: 'record-verification', where: { cycle: CYCLE } });
    expect(first?.units['999901101001']?.kept).toMatchObject({ seed: 6092, wrong: 0 });
  });

  test('opens, for each figure, the very list that was counted, whatever became of it', () => {
    const list = office.frozen.get(`${CYCLE}/1`);
    expect(list?.size).toBe(first?.cases);
    for (const [name, { by }] of Object.entries(first?.figures ?? {})) expect([...(list?.values() ?? [])].filter((names) => names.includes(name)).length, name).toBe(sumOf(by));
    for (const cell of cellsOf(view(office, first))) {
      if (!cell.opens || !('filter' in cell.opens) || !('counted' in cell.opens.filter)) continue;
      const of = readCounted(String(cell.opens.filter['counted']));
      const { unit } = cell.opens.filter;
      const rows = [...(list ?? [])].filter(([id, names]) => names.includes(of?.figure ?? '') && (unit === undefined || office.get(id).unit === unit));
      if (cell.value !== null) expect(rows, JSON.stringify(cell.opens)).toHaveLength(cell.value);
      if (cell.hidden === 'few') expect(rows.length > 0 && rows.length < 5).toBe(true);
    }
  });

  test('is told as it was signed after it was reopened and corrected; the next signing is another version', () => {
    office.send('head1', CYCLE, 'reopen', { ground: '上级抽查发现差错。' });
    office.send('head1', BATCH, 'reopen', { ground: '上级抽查发现差错。', cutoff: '2026-12-10' });
    office.nextSeed(777);
    office.send('village01', itemOf(2), 'undo', { ground: '重新核实' });
    office.send('village01', itemOf(2), 'markUnable', { unableReason: 'refused' });
    expect(frozenOf(office.get(CYCLE))).toEqual([first]);
    expect(view(office).provisional).toBe(true);
    expect(sumOf(figuresNow(office).figures['unable']?.by ?? {})).toBe(2);
    office.send('village01', BATCH, 'submit', { note: '已自查' });
    office.send('town1', BATCH, 'takeUp');
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    office.send('town1', CYCLE, 'report', findings);
    expect(close()).toEqual([]);
    const [before, after] = frozenOf(office.get(CYCLE));
    expect(before).toEqual(first);
    expect([after?.round, sumOf(after?.figures['unable']?.by ?? {})]).toEqual([2, 2]);
    expect(after?.digest).not.toBe(before?.digest);
    expect(office.get(CYCLE)).toEqual(office.refolded(CYCLE));
  });
});

test('figures count as tallies do', () => {
  const office = startedMonth();
  const { figures } = questionOf(report, office.get(CYCLE));
  const [item] = office.list('record-verification');
  expect(item && figuresAbout(item, { figures })).toEqual(['listed', 'pending']);
  expect(item && fits(item, { ask: 'tally', workflow: 'record-verification', unit: TOWN })).toBe(false);
});
