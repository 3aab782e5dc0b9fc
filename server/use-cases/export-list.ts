/** A list as a file to take away: what its reader sees in it, for a reason, any number of rows. */
import { isMisread } from '../../workflows/kit/asked.ts';
import type { ExportBody, Misread } from '../../workflows/kit/asked.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors, Lang, Register } from '../../workflows/kit/words.ts';
import { isReason, marksOf, reasonError, tableOfCases, tableOfRegister } from '../../workflows/office/tables.ts';
import type { Cell, Names, TableOf } from '../../workflows/office/tables.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { unitsHeld } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { writeCsv } from '../sheets/csv.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { writeXlsx } from '../sheets/xlsx.ts';
import { findColleagues, findUnits } from '../store/people.ts';
import { casesFor, entriesFor } from './export-pages.ts';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const;
type Format = keyof typeof formats;
const isFormat = (asked: unknown): asked is Format => typeof asked === 'string' && Object.hasOwn(formats, asked);

export type Exported =
  | { readonly ok: true; readonly file: string; readonly type: string; readonly bytes: AsyncGenerator<Uint8Array> }
  | { readonly ok: false; readonly reason: 'unreadable' } & Misread
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

const errorsOf = ({ format, reason }: ExportBody): FieldErrors => ({
  ...(!isFormat(format) && { format: { zh: '请选择 xlsx 或 csv', en: 'Choose xlsx or csv' } }),
  ...((typeof reason !== 'string' || reason.length > 500 || !isReason(reason)) && { reason: reasonError }),
});

type Why = { readonly format: Format; readonly reason: string };
/** In which format and why, or what is wrong with either. */
export const askedFor = (body: ExportBody): Why | { readonly errors: FieldErrors } => {
  const errors = errorsOf(body);
  const { format, reason } = body;
  return Object.keys(errors).length > 0 || !isFormat(format) || typeof reason !== 'string' ? { errors } : { format, reason: reason.trim() };
};

const namesFor = async ({ db, district }: Office, asker: Asker): Promise<Names> => {
  const [units, people] = [await findUnits(db, district, unitsHeld(asker)), await findColleagues(db, district, unitsHeld(asker), null)];
  const [unitNames, personNames] = [new Map(units.map(({ id, name }) => [id, name])), new Map(people.map(({ id, name }) => [id, name]))];
  return { unit: (id, lang) => unitNames.get(id)?.[lang] ?? id, person: (id) => personNames.get(id) ?? id };
};

async function* cellsOf<Row>(pages: AsyncIterable<readonly Row[]>, { columns }: TableOf<Row>, lang: Lang, names: Names): AsyncGenerator<Cell[][]> {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ of }) => of(row, lang, names)));
}

/** The first rows are read, and logged, before anything is answered: what fails until then is a failed request, not a broken file. */
const begun = async <Row>(pages: AsyncGenerator<Row>): Promise<AsyncGenerator<Row>> => {
  const first = await pages.next();
  return (async function* all(): AsyncGenerator<Row> {
    if (!first.done) yield first.value;
    yield* pages;
  })();
};

type Take<Row> = { readonly resource: string; readonly table: TableOf<Row>; readonly pages: AsyncGenerator<readonly Row[]> | Misread };

export const written = async <Row>(office: Office, asker: Asker, lang: Lang, { format, reason }: Why, { resource, table, pages }: Take<Row>): Promise<Exported> => {
  if (isMisread(pages)) return { ok: false, reason: 'unreadable', ...pages };
  const taking = { person: asker.id, name: asker.name, at: asker.at, reason };
  const sheet: Sheet = {
    lang, title: table.title[lang], header: table.columns.map(({ label }) => label[lang]), batches: cellsOf(await begun(pages), table, lang, await namesFor(office, asker)), marks: (rows) => marksOf(taking, rows, lang),
  };
  const { type, write } = formats[format];
  return { ok: true, file: `${resource}-${dayOf(asker.at)}.${format}`, type, bytes: write(sheet) };
};

/** Columns are those of the list, in the asker's language; a scope is the list's. */
export const exportList = async (office: Office, asker: Asker, lang: Lang, of: Register | Workflow, body: ExportBody): Promise<Exported> => {
  const why = askedFor(body);
  if ('errors' in why) return { ok: false, reason: 'invalid', errors: why.errors };
  const asked = { ...(body.filter && { filter: body.filter }), ...(body.sort !== undefined && { sort: body.sort }) };
  if (typeof of === 'string') {
    const table = tableOfRegister(of);
    const wish = { asker, reason: why.reason, asked, fields: ['id', ...table.columns.map(({ name }) => name)] };
    return written(office, asker, lang, why, { resource: of, table, pages: await entriesFor(office, wish, of) });
  }
  const table = tableOfCases(of);
  return written(office, asker, lang, why, { resource: of.name, table, pages: await casesFor(office, { asker, reason: why.reason, asked, fields: table.columns.map(({ name }) => name) }, of) });
};
