/** What a workbook is made from and held against: the items of one parent, each with its register entry, as their clerk may see them. */
import { titleOf } from '../../workflows/kit/describe.ts';
import { fieldsOfEvent, placesIn, sittersOf } from '../../workflows/kit/desk.ts';
import type { DeskPlace } from '../../workflows/kit/desk.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Case, Data, Lang, Text } from '../../workflows/kit/words.ts';
import { columnsOf } from '../../workflows/office/workbook/columns.ts';
import type { BookColumn } from '../../workflows/office/workbook/columns.ts';
import { fillRow } from '../../workflows/office/workbook/fill-row.ts';
import type { Cells } from '../../workflows/office/workbook/read-row.ts';
import { unitsOf } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { findChildren } from '../store/find-children.ts';
import { findAllUnits } from '../store/people.ts';
import { findRecordsBy } from '../store/register-records.ts';
import { entrySeen } from './find-register.ts';
import { openUnits, readableUnits } from './sight.ts';

/** `cells`: the locked ones; `entry`: the version of the register's entry. */
export type Standing = { readonly one: Case; readonly entry: number; readonly subject: string; readonly cells: Cells };
export type Ground = {
  readonly place: DeskPlace; readonly parent: Case; readonly title: Text; readonly columns: readonly BookColumn[];
  /** In the order of the desk, by the id of the case. */
  readonly standings: ReadonlyMap<string, Standing>;
};

export const findPlace = ({ workflows }: Pick<Office, 'workflows'>, by: { readonly parent: string } | { readonly items: string }): DeskPlace | undefined =>
  placesIn(workflows).find((place) => ('parent' in by ? place.parent.name === by.parent : place.items.name === by.items));

/** The parent where the asker may know of it; `mine`: whether working through it is the asker's work. */
export const findParent = async ({ db, keys, district }: Office, asker: Asker, place: DeskPlace, id: string): Promise<{ readonly parent: Case; readonly mine: boolean } | null> => {
  const stored = await findCaseRow(db, { keys, district }, place.parent.name, unitsOf(asker, readersOf(place.parent)), id);
  return stored && { parent: stored.case, mine: unitsOf(asker, sittersOf(place)).includes(stored.case.unit) };
};

const entriesOf = async (office: Office, asker: Asker, { items }: DeskPlace, cases: readonly Case[]): Promise<Map<string, Data>> => {
  const { db, district } = office;
  const register = items.subject?.register ?? 'residents';
  const open = openUnits(asker);
  const rows = await findRecordsBy(db, district, register, readableUnits(asker), cases.flatMap(({ subject }) => subject ?? []));
  return new Map(rows.map((row) => [String(row['id']), entrySeen(office, register, row, open.includes(String(row['unit'])))]));
};

export const findGround = async (office: Office, asker: Asker, lang: Lang, place: DeskPlace, parent: Case): Promise<Ground> => {
  const { db, keys, district } = office;
  const columns = columnsOf(place);
  const cases = (await findChildren(db, { keys, district }, place.items.name, parent.id)).map((one) => one.case);
  const entries = await entriesOf(office, asker, place, cases);
  const units = new Map((await findAllUnits(db, district)).map(({ id, name }) => [id, name]));
  const naming = { unit: (id: string) => units.get(id)?.[lang] ?? null, entry: (id: string) => { const name = entries.get(id)?.['name']; return typeof name === 'string' ? name : null; } };
  const standings = cases.flatMap((one): [string, Standing][] => {
    const entry = entries.get(one.subject ?? '');
    return entry && one.subject ? [[one.id, { one, entry: Number(entry['version']), subject: one.subject, cells: fillRow(place, columns, one, entry, lang, naming) }]] : [];
  });
  const unit = units.get(parent.unit) ?? { zh: parent.unit, en: parent.unit };
  const called = titleOf(place.parent, parent);
  return { place, parent, title: { zh: `${unit.zh} ${called}`, en: `${unit.en} ${called}` }, columns, standings: new Map(standings) };
};

/** Words of the three answers and of what is chosen for a sitting. */
export const wordsOf = ({ items, desk }: DeskPlace) => {
  const fields = fieldsOfEvent(items, desk.same);
  const said = (event: string): Text => items.messages.events[event] ?? { zh: event, en: event };
  return {
    same: said(desk.same), change: said(desk.change), unable: said(desk.unable), sitting: desk.sitting.flatMap((name) => fields.find((one) => one.name === name)?.label ?? []),
    groups: (fields.find(({ name }) => name === desk.asserts)?.fields ?? []).map(({ label }) => label),
  };
};
