/** Comma-separated values as RFC 4180 has them, in pieces as they arrive. */
import { Refused } from './refused.ts';
import { MOST_COLUMNS } from './limits.ts';
import type { Take } from './rows.ts';

const LONGEST_CELL = 100_000;

/** The sign that stands most often in the first line, quoted text aside. */
export const delimiterOf = (firstLine: string): string => {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
};

/** Calls `take` for every row, empty ones too. */
export const csvReader = (delimiter: string, take: Take): { write(text: string): void; end(): void } => {
  const mark = delimiter.charCodeAt(0);
  let rest = '';
  let cells: string[] = [];
  let n = 0;
  const cell = (text: string): void => {
    if (cells.length >= MOST_COLUMNS) throw new Refused('too-many-columns');
    cells.push(text);
  };
  const row = (): void => {
    take(n, cells);
    n += 1;
    cells = [];
  };
  /** Where a quoted cell ends: behind its closing quote; -1 where that has not arrived. */
  const closing = (text: string, from: number, last: boolean): number => {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (at + 1 === text.length) return last ? at : -1;
      if (text[at + 1] !== '"') return at;
    }
    return -1;
  };
  const read = (text: string, last: boolean): string => {
    let at = 0;
    for (;;) {
      const begun = at;
      if (text[at] === '"') {
        const end = closing(text, at + 1, last);
        if (end < 0) {
          if (last) throw new Refused('broken');
          return text.slice(begun);
        }
        const next = text[end + 1];
        if (next === '\r' && end + 2 >= text.length && !last) return text.slice(begun);
        cell(text.slice(at + 1, end).replaceAll('""', '"'));
        if (next === delimiter) at = end + 2;
        else {
          at = end + 1 + (next === '\r' ? 1 : 0) + (next === '\r' && text[end + 2] !== '\n' ? 0 : 1);
          if (next !== undefined && next !== '\r' && next !== '\n') throw new Refused('broken');
          row();
          if (at >= text.length) return '';
        }
        continue;
      }
      let end = at;
      let sign = 0;
      for (; end < text.length; end += 1) {
        sign = text.charCodeAt(end);
        if (sign === mark || sign === 10 || sign === 13) break;
      }
      if (end === text.length || (sign === 13 && end + 1 === text.length && !last)) {
        if (!last || (end === text.length && begun === end && cells.length === 0)) return text.slice(begun);
        cell(text.slice(begun, end));
        row();
        return '';
      }
      cell(text.slice(begun, end));
      at = end + 1;
      if (sign === mark) continue;
      if (sign === 13 && text[at] === '\n') at += 1;
      row();
    }
  };
  return {
    write: (text) => {
      rest = read(rest + text, false);
      if (rest.length > LONGEST_CELL) throw new Refused('broken');
    },
    end: () => void read(rest, true),
  };
};
