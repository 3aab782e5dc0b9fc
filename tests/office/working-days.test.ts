import { describe, expect, test } from 'vitest';
import { addWorkdays, dayOf, dueAfter, endOf, isWorkday, monthOf, nextWorkday, startOf, workdaysBetween, unsettledYear, workdaysLeft } from '../../workflows/office/working-days.ts';

describe('the office’s day', () => {
  test('begins at midnight in Shanghai, whatever the machine’s zone', () => {
    expect(dayOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(dayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(startOf('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    expect(endOf('2026-11-23')).toBe('2026-11-23T15:59:59.999Z');
    expect(monthOf('2026-11-23')).toBe('2026-11');
  });
});

describe('working days', () => {
  test('a Sunday before National Day is worked, the days of the feast are not', () => {
    expect(isWorkday('2026-09-20')).toBe(true);
    expect(isWorkday('2026-10-10')).toBe(true);
    expect(isWorkday('2026-10-07')).toBe(false);
    expect(isWorkday('2026-10-11')).toBe(false);
    expect(isWorkday('2026-02-23')).toBe(false);
    expect(isWorkday('2026-02-28')).toBe(true);
  });

  test.each([
    [2024, 251], [2025, 248], [2026, 248],
  ])('%i has %i of them', (year, count) => {
    expect(workdaysBetween(`${year}-01-01`, `${year}-12-31`)).toBe(count);
  });

  test('day 1 of a term is the working day after', () => {
    expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkdays('2026-09-30', 3)).toBe('2026-10-10');
    expect(nextWorkday('2026-09-18')).toBe('2026-09-20');
    expect(dueAfter('2026-11-20T02:00:00.000Z', 7)).toBe('2026-12-01T15:59:59.999Z');
  });

  test('a term of no days ends today, or on the working day a holiday moves it to', () => {
    expect(dueAfter('2026-11-23T02:00:00.000Z', 0)).toBe('2026-11-23T15:59:59.999Z');
    expect(dueAfter('2026-11-21T02:00:00.000Z', 0)).toBe('2026-11-23T15:59:59.999Z');
  });

  test('days left count down to nothing and give the same end when the term resumes', () => {
    const due = dueAfter('2026-11-20T02:00:00.000Z', 7);
    expect(workdaysLeft('2026-11-25T02:00:00.000Z', due)).toBe(4);
    expect(dueAfter('2026-11-25T09:00:00.000Z', 4)).toBe(due);
    expect(workdaysLeft('2026-12-09T02:00:00.000Z', due)).toBe(0);
  });

  test('counting agrees with walking day by day', () => {
    let day = '2024-01-01';
    for (let i = 1; i <= 990; i += 1) {
      day = nextWorkday(day);
      expect(workdaysBetween('2024-01-01', day)).toBe(i);
      expect(isWorkday(day)).toBe(true);
    }
  });

  test('years without a notice count by the solar holidays; beyond the span is a clear error', () => {
    expect(() => isWorkday('2051-03-03')).toThrow(/2051.*calendars\/2051\.ts/);
    expect(dueAfter('2027-12-30T02:00:00.000Z', 5)).toBe('2028-01-06T15:59:59.999Z');
    expect(() => dueAfter('2050-12-30T02:00:00.000Z', 5)).toThrow(/2051/);
    expect(() => isWorkday('soon')).toThrow(/Not a day/);
  });

  test('a year that rests on no notice is told of as soon as a term may reach it', () => {
    expect(unsettledYear('2026-10-30T02:00:00.000Z')).toBeNull();
    expect(unsettledYear('2026-11-03T02:00:00.000Z')).toBe(2027);
    expect(unsettledYear('2027-12-30T02:00:00.000Z')).toBe(2027);
    expect(unsettledYear('2024-12-30T02:00:00.000Z')).toBeNull();
  });
});
