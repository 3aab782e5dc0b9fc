/** A list of cases as the asker may see them. */
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { ListField, Workflow } from '../../workflows/kit/workflow.ts';
import { isDay } from '../../workflows/office/days.ts';
import { endOf, startOf } from '../../workflows/office/working-days.ts';
import { readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { cursorOf, readList } from '../list-dialect.ts';
import type { Condition, FieldType, Listable, ListQuery, RawList, Value } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import type { CaseQuery } from '../store/case-query.ts';
import { findCaseRows } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { listView } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { offersInList } from './offered.ts';
import { seek } from './seek.ts';
import { takeWords } from './words-of-lists.ts';

export type Page<Row> = { readonly rows: readonly Row[]; readonly offset: number; readonly total: number; readonly estimated: boolean; readonly next: string | null };

const own = { id: 'text', title: 'text', state: 'text', unit: 'text', version: 'number', openedBy: 'text', openedAt: 'instant', enteredAt: 'instant', dueAt: 'instant', parent: 'text', subject: 'text', counted: 'text', open: 'flag' } as const;
const sentBack = { returnedFor: 'text', returnedAt: 'instant' } as const;
const types: Record<ListField['type'], FieldType> = { text: 'text', number: 'number', money: 'number', day: 'day', month: 'text' };

export const listableCases = ({ list, returns }: Workflow): Listable => ({
  fields: { ...Object.fromEntries(list.fields.map(({ name, type }) => [name, types[type]])), ...own, ...(returns && sentBack) }, q: true, defaultSort: { field: 'id', desc: false },
});

/** A calendar day asked of an instant means its first or last moment in the office's zone. */
export const momentsIn = (query: ListQuery, { fields }: Listable): ListQuery => {
  const moment = (one: Condition): Condition =>
    one.op !== 'oneOf' && fields[one.field] === 'instant' && typeof one.value === 'string' && isDay(one.value) ? { ...one, value: one.op === 'lte' ? endOf(one.value) : startOf(one.value) } : one;
  return { ...query, conditions: query.conditions.map(moment) };
};

export const sortedBy = (field: string, row: CaseView): Value => {
  const value = Object.hasOwn(row, field) ? row[field as keyof CaseView] : row.data[field];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/** The question within the asker's units, or what of it cannot be read or is not listed. `byBody`: it came in a body. */
export const caseQueryOf = async (office: Office, asker: Asker, workflow: Workflow, raw: RawList, byBody: boolean): Promise<CaseQuery | Misread> => {
  const listable = listableCases(workflow);
  const whole = readList(raw, listable);
  const asked = isMisread(whole) ? whole : takeWords(workflow, momentsIn(whole, listable));
  if (isMisread(asked)) return asked;
  const { title, fields } = workflow.list;
  const about = workflow.subject?.register ?? null;
  return {
    ...asked, workflow: workflow.name, units: unitsIn(asker, workflow.name, readersOf(workflow)), title, fields,
    about, sought: about ? await seek(office, asker, asked.q, byBody) : [],
  };
};

/** Nobody's units give an empty list. */
export const findCases = async (office: Office, asker: Asker, workflow: Workflow, raw: RawList, byBody: boolean): Promise<Page<CaseView> | Misread> => {
  const query = await caseQueryOf(office, asker, workflow, raw, byBody);
  if (isMisread(query)) return query;
  const where = { keys: office.keys, district: office.district };
  const found = await findCaseRows(office.db, where, query);
  const rows = found.rows.map(({ case: one }) => listView(workflow, one, offersInList({ workflow, asker, one })));
  await logReads(office.db, office.district, readingAs(asker, workflow.name), workflow.name, rows.map(({ id }) => id), [workflow.list.title]);
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return { rows, offset: query.after ? 0 : query.offset, total: found.total, estimated: found.estimated, next: last ? cursorOf(sortedBy(query.sort.field, last), last.id) : null };
};
