/** Workbooks for whoever brought them: how each came out, and row by row what it says beside what stands. */
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Instant, Lang, State, Text } from '../../workflows/kit/words.ts';
import { columnsOf, RESULT } from '../../workflows/office/workbook/columns.ts';
import type { TypedColumn } from '../../workflows/office/workbook/columns.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import type { RowKind } from '../store/workbook-tables.ts';
import { findWorkbook, findWorkbookRows, findWorkbooksOf } from '../store/workbooks.ts';
import type { CellFault, CheckedRow, WorkbookRow } from '../store/workbooks.ts';
import { maskNamed } from './case-view.ts';
import { findPlace } from './workbook-ground.ts';

export type { WorkbookRow };
const NEWEST = 50;

export type WorkbookView = Pick<WorkbookRow, 'id' | 'workflow' | 'parent' | 'unit' | 'name' | 'bytes' | 'state' | 'counts' | 'job'> & { readonly madeAt: Instant };
export const workbookView = ({ id, workflow, parent, unit, name, bytes, state, counts, job, madeAt }: WorkbookRow): WorkbookView => ({ id, workflow, parent, unit, name, bytes, state, counts, job, madeAt: madeAt.toISOString() });

/** To everybody else it is not there. */
export const findMyWorkbook = async ({ db, district }: Office, asker: Asker, id: string): Promise<WorkbookRow | null> => {
  const row = await findWorkbook(db, district, id);
  return row?.person === asker.id ? row : null;
};

export const findMyWorkbooks = async ({ db, district }: Office, asker: Asker, parent: string | null): Promise<WorkbookView[]> => (await findWorkbooksOf(db, district, asker.id, parent, NEWEST)).map(workbookView);

/** `before`: what the register held, for new values. */
export type CellView = { readonly label: string; readonly before: string | null; readonly after: string };
export type WorkbookRowView = {
  /** As the file counts it, from 1. */
  readonly row: number; readonly kind: RowKind; readonly case: string | null; readonly code: string; readonly title: string; readonly event: string | null; readonly state: State | null;
  readonly cells: readonly CellView[]; readonly faults: readonly (Omit<CellFault, 'text'> & { readonly text: string })[]; readonly why: readonly string[];
  readonly moved: readonly { readonly label: string; readonly was: string; readonly now: string }[];
};

const at = (data: unknown, path: readonly string[]): unknown => path.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Data)[name] : undefined), data);
const sealedNames = ({ forms }: Workflow): ReadonlySet<string> => new Set(Object.values(forms).flatMap((form) => allFields(fieldsOf(form))).filter((one) => one.class === 'P4').map(({ name }) => name));

const wordsFor = ({ info: { options } }: TypedColumn, value: unknown, lang: Lang): string => {
  if (typeof value === 'object' && value !== null && 'masked' in value) return String(value.masked);
  return options.find((one) => one.value === value)?.label[lang] ?? String(value);
};

type Words = { readonly lang: Lang; readonly labels: ReadonlyMap<string, Text>; readonly typed: readonly TypedColumn[]; readonly sealed: ReadonlySet<string> };

const rowView = ({ lang, labels, typed, sealed }: Words, { n, kind, caseId, event, data, shown, faults, why, moved, state }: CheckedRow): WorkbookRowView => {
  const said = data && maskNamed(sealed, data);
  return {
    row: n + 1, kind, case: caseId, code: shown['code'] ?? '', title: shown['title'] ?? '', event, state, why,
    cells: typed.flatMap((column): CellView[] => {
      const value = at(said, column.key.split('.'));
      return value === undefined || value === null ? [] : [{ label: column.label[lang], before: column.beside === null ? null : (shown[column.beside] ?? ''), after: wordsFor(column, value, lang) }];
    }),
    faults: faults.map(({ text, ...place }) => ({ ...place, text: text[lang] })),
    moved: moved.map(({ key, was, now }) => ({ label: labels.get(key)?.[lang] ?? key, was, now })),
  };
};

/** Sensitive values are masked; the people in it are logged as read before it leaves. */
export const readWorkbookRows = async (office: Office, asker: Asker, lang: Lang, { id, workflow }: WorkbookRow, kind: RowKind | null, from: number, count: number): Promise<WorkbookRowView[]> => {
  const { db, keys, district } = office;
  const place = findPlace(office, { items: workflow });
  const rows = await findWorkbookRows(db, { keys, district }, id, kind, from, count);
  if (!place) return [];
  const columns = columnsOf(place);
  await logReads(db, district, { id: asker.id, name: asker.name, posts: asker.seats }, workflow, rows.flatMap(({ caseId }) => caseId ?? []), [place.items.list.title, ...new Set(rows.flatMap(({ data }) => Object.keys((data?.[place.desk.values] ?? {}) as Data)))]);
  const words = {
    lang, labels: new Map(columns.map(({ key, label }) => [key, label])), sealed: sealedNames(place.items),
    typed: columns.filter((one): one is TypedColumn => one.kind === 'typed' && one.key !== RESULT),
  };
  return rows.map((row) => rowView(words, row));
};
