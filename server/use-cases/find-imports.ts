/** Imports for those whose work they are; to everybody else they are not there. */
import { targetWords } from '../../workflows/office/import/columns.ts';
import type { Mapping, Target } from '../../workflows/office/import/columns.ts';
import { problemSaid } from '../../workflows/office/import/problems.ts';
import type { Instant, Text } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import { lookAt } from '../imports/in-thread.ts';
import type { Office } from '../office.ts';
import { findImport, findImportsOf, findProblems } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { uploadOf } from './import-files.ts';
import { importUnits } from './upload-import.ts';

export type { ImportRow };

const NEWEST = 50;

/** `rows` were found, `good` of them can be loaded; `loaded` were taken so far, `skipped` of those were registered meanwhile; `dropped`: numbers of columns that nobody may bring in. */
export type ImportView = Pick<ImportRow, 'id' | 'person' | 'unit' | 'name' | 'bytes' | 'state' | 'why' | 'headers' | 'dropped' | 'mapping' | 'rows' | 'good' | 'wrong' | 'problems' | 'loaded' | 'skipped'> & {
  readonly kind: 'xlsx' | 'csv'; readonly madeAt: Instant; readonly changedAt: Instant;
};

export const importView = ({ id, person, unit, name, bytes, state, why, format, headers, dropped, mapping, rows, good, wrong, problems, loaded, skipped, madeAt, changedAt }: ImportRow): ImportView =>
  ({ id, person, unit, name, bytes, state, why, kind: format.kind, headers, dropped, mapping, rows, good, wrong, problems, loaded, skipped, madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() });

export const findMyImport = async ({ db, district }: Office, asker: Asker, id: string): Promise<ImportRow | null> => {
  const row = await findImport(db, district, id);
  return row && importUnits(asker).includes(row.unit) ? row : null;
};

export const findMyImports = async ({ db, district }: Office, asker: Asker): Promise<ImportView[]> => (await findImportsOf(db, district, importUnits(asker), NEWEST)).map(importView);

/** `row` as the file counts it, from 1; `column` likewise, null where none was chosen for the field. */
export type ProblemView = { readonly row: number; readonly column: number | null; readonly header: string | null; readonly field: Text; readonly code: string; readonly title: Text; readonly remedy: Text };

export const readProblems = async ({ db, district }: Office, { id, headers }: ImportRow, from: number, count: number): Promise<ProblemView[]> =>
  (await findProblems(db, district, id, from, count)).map(({ line, col, field, code }) => ({
    row: line + 1, column: col === null ? null : col + 1, header: col === null ? null : (headers[col] ?? null), field: targetWords[field as Target].label, code, ...problemSaid(code),
  }));

/** Long numbers are told by their last digits only, whatever column they stand in; the register's code is no secret. */
const veiled = (text: string): string => text.replace(/[\dXx](?:[\d -]{9,}[\dXx])/g, (number) => `${'*'.repeat(number.length - 4)}${number.slice(-4)}`);
const SHOWN = 8;

/** The first rows as they stand in the file, without forbidden columns; none where its file is gone. */
export const readFirstRows = async (office: Office, { id, utf8, dropped, mapping, state }: ImportRow): Promise<{ row: number; cells: string[] }[]> => {
  if (!['uploaded', 'checking', 'checked'].includes(state)) return [];
  const looked = await lookAt(uploadOf(office, id, utf8));
  if (!looked.ok) return [];
  const codeAt = (mapping satisfies Mapping).code;
  return looked.value.rows.slice(0, SHOWN).map(({ n, cells }) => ({ row: n + 1, cells: cells.map((cell, column) => (dropped.includes(column) ? '' : column === codeAt ? cell : veiled(cell)).slice(0, 60)) }));
};
