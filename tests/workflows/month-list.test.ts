/** Whom a month's list takes in: drawn up once, in turn, with what joins it late; and the days of the month. */
import { describe, expect, test } from 'vitest';
import { childId } from '../../workflows/kit/ids.ts';
import { calendarOf } from '../../workflows/office/month-terms.ts';
import { BATCH, CYCLE, emptyOffice, residents, seen, startedMonth, TODAY, town, TOWN, VILLAGE } from './month.ts';
import { whyOf, type Office } from './office-in-memory.ts';

const who = (nth: number): string => residents[nth]?.id ?? '';

describe('the calendar of a month', () => {
  test('names four days in order, each on a day on which somebody works', () => {
    expect(calendarOf('2026-11').map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-30', '2026-12-03', '2026-12-07']);
    expect(calendarOf('2026-07').map(({ day }) => day), 'the 25th is a Saturday').toEqual(['2026-07-27', '2026-07-31', '2026-08-03', '2026-08-05']);
  });
});

describe('a rolling month', () => {
  const open = (office: Office): Set<string> => {
    office.open('town1', 'verification-cycle', { id: 'rolling', unit: TOWN, data: { month: '2026-11', kind: 'slice' } });
    return new Set(office.list('record-verification').map(({ subject }) => subject ?? ''));
  };
  /** Everybody verified last month, so that nobody is overdue. */
  const settled = (): Office => {
    const office = emptyOffice();
    for (const { id } of town.residents) office.write('residents', id, { lastVerified: '2026-10-20' }, '2026-10-20T01:00:00.000Z');
    return office;
  };
  const turn = (code: string): boolean => Number(code.slice(-4)) % 6 === 11 % 6;
  const living = town.residents.filter(({ status }) => status !== 'deceased');

  test('takes the sixth whose turn it is, and nobody verified lately besides', () => {
    expect([...open(settled())].sort()).toEqual(living.filter(({ code }) => turn(code)).map(({ id }) => id).sort());
  });
  test('in six months meets everybody once', () => {
    const turns = Array.from({ length: 6 }, (_, month) => living.filter(({ code }) => Number(code.slice(-4)) % 6 === month).length);
    expect(turns.reduce((sum, n) => sum + n)).toBe(living.length);
    expect(Math.min(...turns)).toBeGreaterThan(0);
  });
  test('takes who was changed since last month began, who has an open finding, and who has not been seen for five months', () => {
    const others = living.filter(({ code }) => !turn(code));
    const [changed, before, flagged, long, verified] = others.map(({ id }) => id);
    const office = settled();
    office.write('residents', changed ?? '', { residenceAddress: '新址' }, '2026-10-05T01:00:00.000Z');
    office.write('residents', before ?? '', { residenceAddress: '旧址' }, '2026-09-30T01:00:00.000Z');
    office.write('residents', long ?? '', { lastVerified: '2026-05-31' }, '2026-05-31T01:00:00.000Z');
    office.write('residents', verified ?? '', { lastVerified: '2026-10-21' }, '2026-10-21T01:00:00.000Z');
    office.flag(flagged ?? '');
    const list = open(office);
    expect([changed, before, flagged, long, verified].map((id) => list.has(id ?? ''))).toEqual([true, false, true, true, false]);
  });
  test('takes what the month before carried over, as still to be verified', () => {
    const office = startedMonth();
    const unseen = residents.find(({ code, id }) => Number(code.slice(-4)) % 6 !== 0 && id !== who(0))?.id ?? '';
    for (const { id, parent, subject } of office.list('record-verification', ['pending'])) if (parent === BATCH && subject !== unseen) office.send('village01', id, 'confirmSame', seen);
    office.send('head1', BATCH, 'waive', { ground: '经研究本月免于审核。' });
    for (const { id } of office.list('verification-batch')) office.send('head1', id, 'waive', { ground: '经研究本月免于审核。' });
    office.send('town1', CYCLE, 'report', { meetingOn: TODAY, findings: '各村居均已完成，抽查合格。' });
    office.send('head1', CYCLE, 'close', { opinion: '同意' });
    expect(office.get(childId(BATCH, unseen)).state).toBe('carriedOver');
    office.clock('2026-12-01T01:00:00.000Z');
    office.open('town1', 'verification-cycle', { id: 'december', unit: TOWN, data: { month: '2026-12', kind: 'slice' } });
    expect(office.find(childId(childId('december', VILLAGE), unseen))).toMatchObject({ state: 'pending', data: { last: 'carriedOver' } });
  });
});
describe('who comes late', () => {
  const newcomer = (office: Office): string => {
    const [somebody] = town.residents;
    office.write('residents', 'import-1-1', { ...somebody, id: 'import-1-1', unit: VILLAGE, status: 'active', name: '林清和', lastVerified: null }, office.now());
    return 'import-1-1';
  };
  test('keeps the village from handing in until they are on the list, which the log tells', () => {
    const office = startedMonth();
    expect(whyOf(office.send('village01', BATCH, 'addLate'))).toEqual(['nobody-late']);
    office.clock('2026-11-03T01:00:00.000Z');
    const late = newcomer(office);
    for (const { id, parent } of office.list('record-verification', ['pending'])) if (parent === BATCH) office.send('village01', id, 'confirmSame', seen);
    expect(whyOf(office.send('village01', BATCH, 'submit', { note: '已自查' }))).toEqual(['late-unlisted']);
    expect(whyOf(office.send('village01', BATCH, 'addLate'))).toEqual([]);
    expect(office.get(childId(BATCH, late))).toMatchObject({ state: 'pending', subject: late });
    expect(office.get(BATCH).data.late).toBe(1);
    expect(whyOf(office.send('village01', BATCH, 'submit', { note: '已自查' }))).toEqual(['items-pending']);
    expect(whyOf(office.send('village01', BATCH, 'addLate')), 'nobody is doubled').toEqual(['nobody-late']);
    expect(office.list('record-verification').filter(({ subject }) => subject === late)).toHaveLength(1);
  });
});
