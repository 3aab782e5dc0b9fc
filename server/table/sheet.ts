/** The rows of a worksheet (ECMA-376, SpreadsheetML) as they arrive: values only, nothing that calculates, merges or runs. */
import { MOST_COLUMNS } from './limits.ts';
import { Refused } from './refused.ts';
import type { Take } from './rows.ts';
import type { Words } from './words.ts';
import { attribute, unescaped, xmlReader } from './xml.ts';

/** `BC12` → 54, counted from 0. */
const columnOf = (reference: string): number => {
  let n = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    n = n * 26 + letter - 64;
  }
  return n - 1;
};

type Cell = { column: number; type: string; raw: string };

/** `wants`: rows whose cells are asked for; the others come empty. Rows bear the numbers they have in the sheet; those without cells are left out. */
export const sheetReader = (words: Words | null, take: Take, wants: (n: number) => boolean): { write(text: string): void; end(): void } => {
  let [n, cells, wanted]: [number, string[], boolean] = [-1, [], true];
  let [cell, reading]: [Cell | null, boolean] = [null, false];
  const openCell = (inside: string): Cell => {
    const reference = attribute(inside, 'r');
    const column = reference === null ? cells.length : columnOf(reference);
    if (column < 0 || column >= MOST_COLUMNS) throw new Refused('too-many-columns');
    return { column, type: attribute(inside, 't') ?? 'n', raw: '' };
  };
  const valueOf = ({ type, raw }: Cell): string => {
    if (type !== 's') return type === 'b' ? (raw === '1' ? 'TRUE' : 'FALSE') : raw;
    if (!words || raw === '') throw new Refused('broken');
    return words.get(Number(raw));
  };
  const closeCell = (): void => {
    if (!cell) return;
    if (wanted && cell.raw !== '') {
      while (cells.length < cell.column) cells.push('');
      cells[cell.column] = valueOf(cell);
    } else if (cell.raw !== '') cells[cell.column] = '';
    cell = null;
  };
  const reader = xmlReader({
    open: (mark, inside, closed) => {
      switch (mark) {
        case 'c':
          cell = openCell(inside);
          if (closed) cell = null;
          return;
        case 'v': case 't': reading = !closed; return;
        case 'row':
          n = Number(attribute(inside, 'r') ?? n + 2) - 1;
          [cells, wanted] = [[], wants(n)];
          return;
        case 'f': throw new Refused('formula');
        case 'mergeCell': throw new Refused('merged');
        default:
      }
    },
    text: (text) => { if (reading && cell) cell.raw += unescaped(text); },
    close: (mark) => {
      if (mark === 'v' || mark === 't') reading = false;
      else if (mark === 'c') closeCell();
      else if (mark === 'row' && cells.length > 0) take(n, cells);
    },
  });
  return reader;
};
