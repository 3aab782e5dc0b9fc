/** Lists as CSV in the mock: the columns and the guard of the office's own, all rows at once. */
import type { Request, Response } from 'json-server';
import { ExportBody, isMisread } from '../workflows/kit/asked.ts';
import { errorsOf } from '../workflows/kit/form.ts';
import type { Text } from '../workflows/kit/words.ts';
import { BOM, csvLine, isReason, markLine, marksOf, reasonError, type TableOf } from '../workflows/office/tables.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import { findRows, readList, sendMisread, withoutWords, type Fields } from './dialect.ts';
import { errorsIn } from './outward.ts';
import { langOf } from './session.ts';
import type { Store } from './store.ts';

type Wanted<Row> = { readonly resource: string; readonly table: TableOf<Row>; readonly fields: Fields; readonly rowsOf: (q: string | null) => readonly (Row & { id: string })[] };
const onlyCsv: Text = { zh: '演示后端只导出 csv', en: 'The mock exports csv only' };

export const takeAway = async <Row>(store: Store, person: string, request: Request, response: Response, { resource, table, fields, rowsOf }: Wanted<Row>): Promise<unknown> => {
  const body: unknown = request.body ?? {};
  const read = ExportBody.safeParse(body);
  if (!read.success) return sendMisread(request, response, { misread: errorsOf(read.error, body) });
  const { filter, sort, format, reason } = read.data;
  const lang = langOf(request);
  const errors = { ...(format !== 'csv' && { format: onlyCsv }), ...((typeof reason !== 'string' || !isReason(reason)) && { reason: reasonError }) };
  if (Object.keys(errors).length > 0) return response.status(422).json({ errors: errorsIn(lang, errors) });
  const asked = readList({ filter, sort }, fields);
  if (isMisread(asked)) return sendMisread(request, response, asked);
  const { q, list } = withoutWords(asked);
  const all = rowsOf(q);
  const rows = (await findRows(request, response, all, { ...list, range: [0, all.length] }, fields)) as (Row & { id: string })[];
  const names = { unit: (id: string) => store.units.find((one) => one.id === id)?.name[lang] ?? id, person: (id: string) => store.people.find((one) => one.id === id)?.name ?? id };
  const marks = marksOf({ person, name: names.person(person), at: store.now, reason: String(reason).trim() }, rows.length, lang);
  for (const { id } of rows) store.reads.push({ person, at: store.now, resource: `${resource}/export`, id, fields: table.columns.map(({ name }) => name), reason: String(reason).trim() });
  const lines = [csvLine(table.columns.map(({ label }) => label[lang])), ...rows.map((row) => csvLine(table.columns.map(({ of }) => of(row, lang, names)))), csvLine([markLine(marks, lang)])];
  return response.status(200).set('Content-Type', 'text/csv; charset=utf-8').set('Content-Disposition', `attachment; filename="${resource}-${dayOf(store.now)}.csv"`).end(BOM + lines.join(''));
};
