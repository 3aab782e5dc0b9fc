/** The list of a quarter that is put up for all: masked names, amounts and totals; no number of anybody, and no name where it would do harm. */
import { z } from 'zod';
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Disclosure } from '../../workflows/kit/published.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data, Day, Lang, Text } from '../../workflows/kit/words.ts';
import { maskNames } from '../../workflows/office/masking.ts';
import { marksOf } from '../../workflows/office/tables.ts';
import type { Cell } from '../../workflows/office/tables.ts';
import { holdsIn, readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { writeCsv } from '../sheets/csv.ts';
import { writeXlsx } from '../sheets/xlsx.ts';
import { findCasePage } from '../store/find-cases.ts';
import { findUnits } from '../store/people.ts';
import { logReads } from '../store/reads.ts';
import { findEntry } from '../store/register-find.ts';
import { fromRow } from '../store/register-rows.ts';
import { caseQueryOf } from './find-cases.ts';

export const DisclosureBody = z.strictObject({ quarter: z.string().regex(/^20\d{2}-Q[1-4]$/), format: z.enum(['xlsx', 'csv']).optional() });

export type DisclosedLine = { readonly unit: string; readonly unitName: Text; readonly group: string; readonly name: string; readonly fen: number; readonly on: Day };
/** `count` is null where so few were paid that the number would point at them. */
export type Disclosed = { readonly quarter: string; readonly lines: readonly DisclosedLine[]; readonly totals: readonly { readonly group: string; readonly count: number | null; readonly fen: number | null }[] };

const TOGETHER = 500;
/** Fewer are not told of where no name is. */
const FEW = 5;

const daysOf = (quarter: string): readonly [Day, Day] => {
  const [year, n] = [quarter.slice(0, 4), Number(quarter.at(-1))];
  return [`${year}-${String(n * 3 - 2).padStart(2, '0')}-01`, `${year}-${String(n * 3).padStart(2, '0')}-31`];
};

const casesOf = async (office: Office, asker: Asker, workflow: Workflow, { states, day }: Disclosure<Data>, quarter: string): Promise<Case[]> => {
  const [from, to] = daysOf(quarter);
  const query = await caseQueryOf(office, asker, workflow, { filter: { state: states, [`${day}_gte`]: from, [`${day}_lte`]: to }, sort: ['id', 'ASC'] }, true);
  if (isMisread(query)) throw new Error(`${workflow.name}: its disclosure asks for what its list does not have`);
  const found: Case[] = [];
  for (let offset = 0; ; offset += TOGETHER) {
    const page = await findCasePage(office.db, { keys: office.keys, district: office.district }, { ...query, offset, limit: TOGETHER });
    found.push(...page.map(({ case: one }) => one));
    if (page.length < TOGETHER) return found;
  }
};

type Row = ReturnType<Disclosure<Data>['row']> & { readonly id: string; readonly unit: string };

/** Where two names of a unit read alike the end of the number tells them apart; only then is it looked at. */
const maskedIn = async ({ db, district, keys }: Office, rows: readonly Row[]): Promise<string[]> => {
  const alike = maskNames(rows.map(({ name }) => ({ name, idNumber: null })));
  const numbers = await Promise.all(rows.map(async ({ subject, unit }, i) => {
    if (subject === null || alike.filter((name) => name === alike[i]).length < 2) return null;
    const entry = await findEntry(db, district, 'residents', [unit], subject);
    const number = entry ? fromRow(keys, 'residents', district, entry)['idNumber'] : null;
    return typeof number === 'string' ? number : null;
  }));
  return maskNames(rows.map(({ name }, i) => ({ name, idNumber: numbers[i] ?? null })));
};

const totalsOf = (rows: readonly Row[]): Disclosed['totals'] => [...Map.groupBy(rows, ({ group }) => group)].map(([group, all]) => {
  const hidden = all.length < FEW && all.some(({ named }) => !named);
  return { group, count: hidden ? null : all.length, fen: hidden ? null : all.reduce((sum, { fen }) => sum + fen, 0) };
});

/** Null where the workflow publishes nothing, or the asker makes no such list. */
export const disclose = async (office: Office, asker: Asker, workflow: Workflow, quarter: string): Promise<Disclosed | null> => {
  const { disclosure } = workflow;
  const { db, district } = office;
  if (!disclosure || !disclosure.by.some((post) => holdsIn(asker, post, workflow.name))) return null;
  const rows = (await casesOf(office, asker, workflow, disclosure, quarter)).map((one): Row => ({ id: one.id, unit: one.unit, ...disclosure.row(one) }));
  const named = rows.filter((row) => row.named);
  const units = new Map((await findUnits(db, district, unitsIn(asker, workflow.name))).map(({ id, name }) => [id, name]));
  await logReads(db, district, readingAs(asker, workflow.name), `${workflow.name}/disclosure`, rows.map(({ id }) => id), ['name'], quarter);
  const lines: DisclosedLine[] = [];
  for (const [unit, all] of [...Map.groupBy(named, (row) => row.unit)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const names = await maskedIn(office, all);
    lines.push(...all.map(({ group, fen, on }, i) => ({ unit, unitName: units.get(unit) ?? { zh: unit, en: unit }, group, name: names[i] ?? '', fen, on })));
  }
  return { quarter, lines, totals: totalsOf(rows) };
};

const HEADER: Readonly<Record<Lang, readonly string[]>> = { zh: ['村（社区）', '项目', '姓名（脱敏）', '金额（元）', '到账日期'], en: ['Village', 'Programme', 'Name (masked)', 'Amount (CNY)', 'Paid on'] };
const TOTAL: Readonly<Record<Lang, readonly [string, string]>> = { zh: ['合计', '少于5'], en: ['Total', 'fewer than 5'] };

export const writeDisclosed = (asker: Asker, lang: Lang, { groups, title }: Disclosure<Data>, { quarter, lines, totals }: Disclosed, format: 'xlsx' | 'csv'): AsyncGenerator<Uint8Array> => {
  const groupName = (group: string): string => groups[group]?.[lang] ?? group;
  const cells: Cell[][] = lines.map(({ unitName, group, name, fen, on }) => [unitName[lang], groupName(group), name, fen / 100, on]);
  const sums: Cell[][] = totals.map(({ group, count, fen }) => [TOTAL[lang][0], groupName(group), count ?? TOTAL[lang][1], fen === null ? TOTAL[lang][1] : fen / 100, '']);
  const batches = (async function* once() { yield [...cells, ...sums]; })();
  const taking = { person: asker.id, name: asker.name, at: asker.at, reason: `${title[lang]} ${quarter}` };
  return (format === 'csv' ? writeCsv : writeXlsx)({ lang, title: title[lang], header: HEADER[lang], batches, marks: (rows) => marksOf(taking, rows, lang) });
};
