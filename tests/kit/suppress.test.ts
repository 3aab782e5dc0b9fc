/** Small numbers of people are hidden, and cannot be worked out from what is left. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hide, type Sum } from '../../workflows/kit/suppress.ts';

const everybody = (): boolean => true;
const hiddenOf = (cells: Record<string, number>, sums: Sum[], people: (cell: string) => boolean = everybody): Record<string, string> => Object.fromEntries(hide(new Map(Object.entries(cells)), people, sums));

test('one to four people are hidden; none, and five, are not', () => {
  expect(hiddenOf({ none: 0, one: 1, four: 4, five: 5 }, [])).toEqual({ one: 'few', four: 'few' });
});

test('numbers of things are not', () => {
  expect(hiddenOf({ villages: 3, people: 3 }, [], (cell) => cell === 'people')).toEqual({ people: 'few' });
});

test('with a hidden part goes the smallest of the others, and with two nothing more', () => {
  const sum = { all: 'all', parts: ['a', 'b', 'c'] };
  expect(hiddenOf({ all: 322, a: 313, b: 2, c: 7 }, [sum])).toEqual({ b: 'few', c: 'kept' });
  expect(hiddenOf({ all: 320, a: 313, b: 3, c: 4 }, [sum])).toEqual({ b: 'few', c: 'few' });
});

test('the whole goes where no other part is left to hide', () => {
  expect(hiddenOf({ all: 12, a: 3, b: 9 }, [{ all: 'all', parts: ['a', 'b'] }])).toEqual({ a: 'few', b: 'kept' });
  expect(hiddenOf({ all: 3, a: 3, b: 0 }, [{ all: 'all', parts: ['a', 'b'] }])).toEqual({ all: 'few', a: 'few' });
});

/** A table of rows and columns that add up both ways. */
const tables = fc.integer({ min: 2, max: 5 }).chain((columns) => fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 }));

test('in no row and no column of any table is a single number missing', () => {
  fc.assert(fc.property(tables, (rows) => {
    const cells = new Map<string, number>();
    const put = (row: string, column: string, value: number): void => { cells.set(`${row}/${column}`, value); };
    const columns = [...(rows[0] ?? []).keys()];
    rows.forEach((row, r) => { row.forEach((value, c) => put(`${r}`, `${c}`, value)); put(`${r}`, 'all', row.reduce((sum, one) => sum + one, 0)); });
    for (const c of [...columns.map(String), 'all']) put('all', c, rows.reduce((sum, _, r) => sum + (cells.get(`${r}/${c}`) ?? 0), 0));
    const names = [...rows.keys()].map(String);
    const sums: Sum[] = [
      ...[...names, 'all'].map((r) => ({ all: `${r}/all`, parts: columns.map((c) => `${r}/${c}`) })),
      ...[...columns.map(String), 'all'].map((c) => ({ all: `all/${c}`, parts: names.map((r) => `${r}/${c}`) })),
    ];
    const hidden = hide(cells, everybody, sums);
    for (const [name, value] of cells) if (value > 0 && value < 5) expect(hidden.has(name)).toBe(true);
    for (const { all, parts } of sums) expect([all, ...parts].filter((name) => hidden.has(name)), all).not.toHaveLength(1);
  }));
});
