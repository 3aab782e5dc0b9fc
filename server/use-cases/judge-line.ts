/** What one row of a workbook comes to, held against the record as it stands now; pure. */
import type { Data, EventName, Text } from '../../workflows/kit/words.ts';
import type { ShownColumn } from '../../workflows/office/workbook/columns.ts';
import { readRow } from '../../workflows/office/workbook/read-row.ts';
import type { Fault } from '../../workflows/office/workbook/read-row.ts';
import { faultWords } from '../../workflows/office/workbook/words.ts';
import type { CellFault, CheckedRow } from '../store/workbooks.ts';
import type { Line, ReadBook } from './read-workbook.ts';
import type { Ground, Standing } from './workbook-ground.ts';
import { asReturned } from './workbook-mark.ts';

/** What was done to a record next, after the version that the row was made for. */
export type Next = { readonly by: string; readonly event: EventName; readonly form: Data };
export type Against = {
  /** `marked`: rows whose locked cells are as the office wrote them. */
  readonly book: ReadBook; readonly ground: Ground; readonly person: string;
  readonly marked: ReadonlySet<Line>; readonly twice: ReadonlySet<Line>;
  readonly next: ReadonlyMap<string, Next>; readonly moved: ReadonlyMap<string, readonly string[]>;
};
export type Judged = { readonly kind: 'nothing' | 'already' } | CheckedRow;

export const cellFault = ({ at }: ReadBook, { key, text }: { key: string; text: Text }): CellFault => ({ at: at.get(key)?.letter ?? '', header: at.get(key)?.header ?? '', text });

const rowOf = ({ n, cells }: Line, standing: Standing | undefined, more: Partial<CheckedRow> & Pick<CheckedRow, 'kind'>): CheckedRow => ({
  n, caseId: standing?.one.id ?? null, version: standing ? Number(cells['version']) : null, event: null, data: null, shown: cells, faults: [], why: [], moved: [], state: standing?.one.state ?? null, subject: standing?.subject ?? null, ...more,
});

/** The locked cells that read otherwise than the office would write them now, and those of `fields`, which a mask may hide. */
const differing = ({ ground }: Against, { cells }: Line, standing: Standing, fields: readonly string[] = []): { key: string; was: string; now: string }[] =>
  ground.columns.filter((one): one is ShownColumn => one.kind === 'shown').map(({ key, field }) => ({ key, field, was: cells[key] ?? '', now: asReturned(standing.cells[key] ?? '') }))
    .filter(({ field, was, now }) => was !== now || (field !== null && fields.includes(field))).map(({ key, was, now }) => ({ key, was, now }));

/** More cells than a slip of the hand changes: the row was put together from others. */
const MOST_NAMED = 3;
/** Names the cells where the row can still be recognised, else the first of it. */
const edited = (against: Against, line: Line, standing: Standing | undefined): CheckedRow => {
  const isSame = standing !== undefined && line.cells['version'] === String(standing.one.version) && line.cells['entry'] === String(standing.entry);
  const keys = isSame ? differing(against, line, standing).map(({ key }) => key) : [];
  const text = standing || line.cells['mark'] ? faultWords.edited : faultWords.unknownRow;
  return rowOf(line, standing, { kind: 'fault', faults: (keys.length > 0 && keys.length <= MOST_NAMED ? keys : ['code']).map((key) => cellFault(against.book, { key, text })) });
};

const isSameForm = (a: Data, b: Data): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)])) : value;
};

export const judgeLine = (against: Against, line: Line): Judged => {
  const { book, ground, person, next, moved } = against;
  const { cells } = line;
  const standing = ground.standings.get(cells['case'] ?? '');
  if (!standing || !against.marked.has(line)) return edited(against, line, standing);
  if (against.twice.has(line)) return rowOf(line, standing, { kind: 'fault', faults: [cellFault(book, { key: 'code', text: faultWords.twice })] });
  const said = readRow(book.place, ground.columns, cells, book.counts1904);
  if (said.kind === 'nothing') return { kind: 'nothing' };
  const answer = said.kind === 'answer' ? { event: said.event, data: said.data } : {};
  const movedOn = standing.one.version !== Number(cells['version']);
  const fields = moved.get(standing.subject) ?? [];
  const done = movedOn ? next.get(standing.one.id) : undefined;
  if (said.kind === 'answer' && done?.by === person && done.event === said.event && isSameForm(done.form, said.data)) return { kind: 'already' };
  if (movedOn || fields.length > 0) return rowOf(line, standing, { kind: 'conflict', why: [movedOn ? 'moved-on' : 'entry-changed'], moved: differing(against, line, standing, fields), ...answer });
  if (said.kind === 'faulty') return rowOf(line, standing, { kind: 'fault', faults: said.faults.map((fault: Fault) => cellFault(book, fault)) });
  return rowOf(line, standing, { kind: 'answer', event: said.event, data: said.data });
};

/** Rows whose record stands in the file before them. */
export const twiceIn = (lines: readonly Line[]): ReadonlySet<Line> => {
  const seen = new Set<string>();
  return new Set(lines.filter(({ cells: { case: id = '' } }) => { const known = seen.has(id); seen.add(id); return known; }));
};
