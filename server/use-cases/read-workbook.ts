/** Whose workbook a file is, and its rows by the keys of their columns. */
import { hiddenKeys } from '../../workflows/office/workbook/columns.ts';
import { columnsOf } from '../../workflows/office/workbook/columns.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import type { Cells } from '../../workflows/office/workbook/read-row.ts';
import { columnWords } from '../../workflows/office/workbook/words.ts';
import type { AllRows } from '../imports/job.ts';
import type { Office } from '../office.ts';
import { letterOf } from '../sheets/package.ts';
import { headerOf } from '../sheets/form-book.ts';
import { findPlace } from './workbook-ground.ts';

/** `n`: the row's number in the file, from 0. */
export type Line = { readonly n: number; readonly cells: Cells };
/** Where a column stands in the file, and what is written above it. */
export type At = { readonly letter: string; readonly header: string };
export type ReadBook = {
  readonly place: DeskPlace; readonly parent: string; readonly subject: string; readonly lang: Lang; readonly counts1904: boolean;
  readonly at: ReadonlyMap<string, At>; readonly lines: readonly Line[];
};

/** The last words of a hidden column's name. */
const subjectIn = (header: readonly string[]): { lang: Lang; subject: string } | null => {
  for (const lang of ['zh', 'en'] as const) {
    const found = header.find((name) => name.startsWith(`${columnWords.case[lang]} `));
    if (found) return { lang, subject: found.slice(columnWords.case[lang].length + 1) };
  }
  return null;
};

const empty = (cells: Cells): boolean => Object.entries(cells).every(([key, text]) => text === '' || (hiddenKeys as readonly string[]).includes(key));

/** Null where the first row is not one that the office wrote. */
export const readBook = (office: Pick<Office, 'workflows'>, { format, rows }: AllRows): ReadBook | null => {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const known = subjectIn(header);
  const [items = '', ...parent] = known?.subject.split('/') ?? [];
  const place = findPlace(office, { items });
  if (!known || !place) return null;
  const columns = columnsOf(place).map((column) => ({ key: column.key, header: headerOf(column, known.lang, known.subject) }));
  const places = columns.map((column) => ({ ...column, n: header.indexOf(column.header) }));
  if (places.some(({ n, header: name }) => n < 0 || header.lastIndexOf(name) !== n)) return null;
  const lines = rows.slice(1).map((row, i): Line => ({ n: i + 1, cells: Object.fromEntries(places.map(({ key, n }) => [key, (row[n] ?? '').trim()])) }));
  return {
    place, parent: parent.join('/'), ...known, counts1904: format.kind === 'xlsx' && format.counts1904,
    at: new Map(places.map(({ key, n, header: name }) => [key, { letter: letterOf(n), header: name }])), lines: lines.filter(({ cells }) => !empty(cells)),
  };
};
