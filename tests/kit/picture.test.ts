/** Counts become the picture: sums by unit and state, the eldest of each state, reasons by how many. */
import { describe, expect, test } from 'vitest';
import { longestIn, viewProcesses, type Eldest, type Stood } from '../../workflows/kit/picture.ts';
import { returnProblems, returnReasons } from '../../workflows/kit/returns.ts';
import { workflows } from '../../workflows/index.ts';
import { matrixOf } from '../../admin/picture/matrix.ts';
import { waitingPicture } from '../../admin/picture/waiting.ts';
import { wellRepair } from '../panel/well-repair.ts';

const AT = '2026-11-23T02:00:00.000Z';
const [LIU, XIN] = ['999901101001', '999901101002'];
const stood = (unit: string, state: string, open: number, overdue: number, since: string): Stood => ({ workflow: wellRepair.name, unit, state, open, overdue, since });
const counts = [stood(LIU, 'reported', 3, 1, '2026-11-20T02:00:00.000Z'), stood(XIN, 'reported', 2, 0, '2026-11-16T02:00:00.000Z'), stood(XIN, 'returned', 1, 1, '2026-09-30T02:00:00.000Z')];
const eldestOf = ({ workflow, unit, state, since }: Stood, id: string): Eldest => ({ workflow, unit, state, since, id, holders: [{ post: 'town_clerk', people: ['王镇办'] }] });
const eldest = longestIn(counts).map((one, i) => eldestOf(one, `w${i}`));
const view = (since = AT) => viewProcesses([{ ...wellRepair, returns: { events: ['sendBack'] } }], {
  stood: counts, eldest: eldest.toReversed(), sentBack: [{ workflow: wellRepair.name, reason: 'R02', cases: 1, times: 1 }, { workflow: wellRepair.name, reason: null, cases: 2, times: 4 }, { workflow: wellRepair.name, reason: 'R04', cases: 2, times: 3 }],
}, since)[0];

describe('the picture', () => {
  test('has of each state the place where one has waited longest', () => {
    expect(eldest.map(({ unit, state }) => [unit, state])).toEqual([[XIN, 'reported'], [XIN, 'returned']]);
  });

  test('sums by unit and by state, in the order of the work, the eldest in working days', () => {
    expect(view()?.units).toEqual([{ unit: LIU, open: 3, overdue: 1 }, { unit: XIN, open: 3, overdue: 1 }]);
    expect(view()?.states.map(({ state, open, overdue, oldest }) => [state, open, overdue, oldest.id, oldest.days])).toEqual([
      ['reported', 5, 1, 'w0', 5],
      // From 30 September: 38 weekdays less five of the National Day, and the worked Saturday of 10 October.
      ['returned', 1, 1, 'w1', 34],
    ]);
  });

  test('says no days where the calendar does not reach', () => {
    expect(view('2099-01-01T00:00:00.000Z')?.states[0]?.oldest.days).toBeNull();
  });

  test('counts a case once in all, and once for each reason, the commonest first', () => {
    expect(view()?.returns).toEqual({ cases: 2, times: 4, reasons: [{ reason: 'R04', cases: 2, times: 3 }, { reason: 'R02', cases: 1, times: 1 }] });
  });

  test('is a table with sums; a village without cases has a row, a town without any has none', () => {
    const of = view();
    const matrix = matrixOf(of ? [of] : [], [{ id: 'town', kind: 'town' }, { id: LIU, kind: 'village' }, { id: 'empty', kind: 'village' }, { id: XIN, kind: 'village' }]);
    expect(matrix.units).toEqual([LIU, 'empty', XIN]);
    expect(matrix.cell('empty', wellRepair.name)).toEqual({ open: 0, overdue: 0 });
    expect([matrix.ofUnit(XIN), matrix.ofProcess(wellRepair.name), matrix.all]).toEqual([{ open: 3, overdue: 1 }, { open: 6, overdue: 2 }, { open: 6, overdue: 2 }]);
  });

  test('is drawn on the workflow: what waits in firm boxes, what is overdue filled, with count and days', () => {
    const { nodes, edges } = waitingPicture(wellRepair, (view()?.states ?? []).map((one) => (one.state === 'reported' ? { ...one, overdue: 0 } : one)));
    expect(nodes.map(({ id, place, inscribed }) => [id, place, inscribed?.en])).toEqual([
      ['reported', 'gone', 'Reported\n5, longest 5 d'], ['returned', 'here', 'Returned\n1, 1 late, longest 34 d'], ['repaired', 'open', 'Repaired'],
    ]);
    expect(edges.map(({ from, to, gone, label }) => [from, to, gone, label.zh])).toEqual([['reported', 'repaired', false, ''], ['reported', 'returned', false, ''], ['returned', 'reported', false, '']]);
  });
});

describe('what a process declares of sending back', () => {
  test('means events and codes that it has', () => {
    for (const workflow of workflows) expect([...returnProblems(workflow)], workflow.name).toEqual([]);
    expect([...returnProblems({ ...wellRepair, returns: { events: ['sendBack', 'sendAway'], reason: 'why' } })]).toEqual([
      'returns: the form of sendBack has no codes in why', 'returns: no event sendAway', 'returns: the form of sendAway has no codes in why',
    ]);
  });

  test('has its reasons once, however many events ask for one', () => {
    const claims = workflows.find(({ returns, list }) => returns?.reason !== undefined && list.many);
    if (!claims) throw new Error('no process says why');
    expect(returnReasons({ ...claims, returns: { events: ['sendBack', 'sendBack'], reason: 'reason' } }).map(({ value }) => value)).toEqual([...new Set(returnReasons(claims).map(({ value }) => value))]);
    expect(returnReasons(claims).map(({ value }) => value)).toContain('R01');
    expect(returnReasons(wellRepair)).toEqual([]);
  });
});
