import { describe, expect, test } from 'vitest';
import { monthAround, periodAround, spanOf } from '../../workflows/office/periods.ts';

describe('a period', () => {
  test.each([
    ['2026-11-23', 'month', 0, '2026-11-01', '2026-11-30'],
    ['2026-11-23', 'quarter', 0, '2026-10-01', '2026-12-31'],
    ['2026-11-23', 'year', 0, '2026-01-01', '2026-12-31'],
    ['2026-12-31', 'month', 1, '2027-01-01', '2027-01-31'],
    ['2026-02-28', 'quarter', -1, '2025-10-01', '2025-12-31'],
    ['2024-03-31', 'month', -1, '2024-02-01', '2024-02-29'],
    ['2026-01-01', 'year', -1, '2025-01-01', '2025-12-31'],
  ] as const)('around %s, its %s and %i later', (day, span, later, from, to) => {
    expect(periodAround(day, span, later)).toEqual({ from, to });
    expect(spanOf({ from, to })).toBe(span);
  });

  test('of another length is none of them', () => {
    expect(spanOf({ from: '2026-11-02', to: '2026-11-30' })).toBeNull();
    expect(spanOf({ from: '2026-01-01', to: '2026-06-30' })).toBeNull();
    expect(monthAround('2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });
});
