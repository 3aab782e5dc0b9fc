import { describe, expect, test } from 'vitest';
import { checkDigit, checkId, holdsId, normaliseId } from '../../workflows/office/citizen-id.ts';
import { ageOn, isDay, isMonth, monthsBefore } from '../../workflows/office/days.ts';
import { isName, normaliseName } from '../../workflows/office/names.ts';
import { normalisePhone, phoneKind } from '../../workflows/office/phone.ts';

const today = '2026-11-01';

describe('the identity number', () => {
  test.each([
    ['999901198504120022', '2', '1985-04-12'],
    ['999901198309170016', '1', '1983-09-17'],
    ['999901199202290063', '2', '1992-02-29'],
    ['99990119881008068X', '2', '1988-10-08'],
    ['999901202306150035', '1', '2023-06-15'],
    ['999901196103010122', '2', '1961-03-01'],
    ['11010519491231002X', '2', '1949-12-31'],
  ])('%s is in order', (id, sex, birthDate) => {
    expect(checkId(id, { today, demo: true })).toEqual({ ok: true, problems: [], warnings: [], sex, birthDate });
    expect(checkDigit(id.slice(0, 17))).toBe(id[17]);
  });

  test('a wrong check digit and an impossible date are told apart', () => {
    expect(checkId('999901198504120021', { today, demo: true }).problems).toEqual(['check-digit']);
    expect(checkId('999901199302290028', { today, demo: true }).problems).toEqual(['birth-date']);
  });

  test('a birth date is real, not before 1900 and not in the future', () => {
    const numbered = (date: string) => `999901${date}001${checkDigit(`999901${date}001`)}`;
    expect(checkId(numbered('18991231'), { today }).problems).toEqual(['birth-date']);
    expect(checkId(numbered('20261102'), { today }).problems).toEqual(['birth-date']);
    expect(checkId(numbered('20261101'), { today }).ok).toBe(true);
  });

  test('every single wrong digit is found', () => {
    const id = '99990119850412002';
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        const other = id.slice(0, place) + digit + id.slice(place + 1);
        if (other !== id) expect(checkDigit(other)).not.toBe(checkDigit(id));
      }
    }
  });

  test('fifteen digits and rows of zeros are no numbers', () => {
    expect(checkId('999901850412002').problems).toEqual(['pattern']);
    expect(checkId('000000000000000000').problems).toContain('birth-date');
  });

  test('an unknown division warns and never fails', () => {
    expect(checkId('999901198504120022', { today })).toMatchObject({ ok: true, warnings: ['demo-division'] });
    const unknown = `770001${'19850412002'}`;
    expect(checkId(unknown + checkDigit(unknown), { today })).toMatchObject({ ok: true, warnings: ['unknown-division'] });
  });

  test('full width, lower case and spaces are put right first', () => {
    expect(normaliseId(' ９９９９０１ 19881008 068x ')).toBe('99990119881008068X');
  });
});

test('days and months must exist', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(['2026-02-29', '2026-13-01', '20260101', ''].filter(isDay)).toEqual([]);
  expect(['2026-00', '2026-13', '2026-1'].filter(isMonth)).toEqual([]);
  expect(ageOn('1996-11-02', '2026-11-01')).toBe(29);
  expect(ageOn('1996-11-01', '2026-11-01')).toBe(30);
});

test('days are those the machine’s own calendar has', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const written = [1900, 1999, 2000, 2023, 2024, 2100].flatMap((year) => Array.from({ length: 14 * 33 }, (_, i) => `${year}-${two(Math.floor(i / 33))}-${two(i % 33)}`));
  const real = (day: string): boolean => { const ms = Date.parse(day); return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day; };
  expect(written.filter((day) => isDay(day) !== real(day))).toEqual([]);
});

test('six months before are counted by the calendar, to the last day a month has', () => {
  expect(['2026-11-23', '2026-06-01', '2026-08-31', '2024-08-30', '2027-01-15'].map((day) => monthsBefore(day, 6))).toEqual(['2026-05-23', '2025-12-01', '2026-02-28', '2024-02-29', '2026-07-15']);
});

test('a phone is a mobile, a landline, or in the demo town a number that rings nowhere', () => {
  expect(phoneKind('13912345678')).toBe('mobile');
  expect(phoneKind('022-26990000')).toBe('landline');
  expect(phoneKind('10012345678')).toBeNull();
  expect(phoneKind('10012345678', { demo: true })).toBe('demo');
  expect(phoneKind('12912345678', { demo: true })).toBeNull();
  expect(normalisePhone('+86 139 1234 5678')).toBe('13912345678');
});

test('a name is Chinese characters and nothing that stands for not knowing', () => {
  expect(['张三', '𠮷田', '买买提·艾力', '欧阳小华'].every(isName)).toBe(true);
  expect(['张', '张3', 'Zhang', '张 三', '王某', '不详', '李之妻', '·张', '张三·', '张'.repeat(31)].filter(isName)).toEqual([]);
  expect(isName('𠮷')).toBe(false);
  expect(normaliseName(' 买买提.艾力 ')).toBe('买买提·艾力');
});

describe('a text that holds a number', () => {
  const first = '99990119700115100';
  const id = first + checkDigit(first);
  test.each([id, `{"q":"${id}"}`, `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`, id.toLowerCase(), `no. ${id}.`])('is seen: %s', (text) => expect(holdsId(text)).toBe(true));
  test.each(['999901101001010002', `1${id}`, id.slice(1), '', '13912345678'])('is not seen in %s', (text) => expect(holdsId(text)).toBe(false));
});
