/** Makes the file that goes out of a case: for a reason, on record with its hash, the reading logged before it leaves. */
import { z } from 'zod';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors, Lang, OtherCase } from '../../workflows/kit/words.ts';
import { csvLine, isReason, marksOf, reasonError } from '../../workflows/office/tables.ts';
import { readingAs } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { toGb18030 } from '../sheets/gb18030.ts';
import { writeXlsx } from '../sheets/xlsx.ts';
import { insertFile } from '../store/case-files.ts';
import { answerQueries } from '../store/facts.ts';
import { logReads } from '../store/reads.ts';
import { inTransaction } from '../store/transaction.ts';
import { hashOf, holdFor } from './exchange.ts';
import { readingFor } from './reading.ts';

export const FileBody = z.strictObject({ format: z.unknown().optional(), reason: z.unknown().optional() });

export type Made =
  | { readonly ok: true; readonly name: string; readonly type: string; readonly hash: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-offered' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
type Taking = { readonly person: string; readonly name: string; readonly at: string; readonly reason: string };

/** A bank's program reads it: no byte may stand in it that is not of the table. */
const asCsv = ({ header, rows }: Table): Uint8Array => toGb18030([header, ...rows].map(csvLine).join(''));

/** A workbook says on each page and on a sheet of its own who took it. */
const asXlsx = async ({ header, rows }: Table, title: string, taking: Taking, lang: Lang): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  const batches = (async function* once() { yield rows; })();
  for await (const piece of writeXlsx({ lang, title, header, batches, marks: (n) => marksOf(taking, n, lang) })) pieces.push(piece);
  return Buffer.concat(pieces);
};

const TYPES = { csv: 'text/csv; charset=gb18030', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const isFormat = (asked: unknown): asked is keyof typeof TYPES => typeof asked === 'string' && Object.hasOwn(TYPES, asked);

export const makeFile = (office: Office, asker: Asker, lang: Lang, workflow: Workflow, id: string, { format, reason }: z.output<typeof FileBody>): Promise<Made> =>
  inTransaction(office.pool, async (tx): Promise<Made> => {
    const { district } = office;
    const held = await holdFor(office, tx, asker, workflow, id, ({ out }) => out.event);
    if (!held.ok) return held;
    const why = typeof reason === 'string' && reason.length <= 500 && isReason(reason) ? reason.trim() : null;
    if (!isFormat(format) || why === null) {
      return { ok: false, reason: 'invalid', errors: { ...(!isFormat(format) && { format: { zh: '请选择 xlsx 或 csv', en: 'Choose xlsx or csv' } }), ...(why === null && { reason: reasonError }) } };
    }
    const { one, exchange: { out } } = held;
    const { workflow: name, ids } = out.of(one);
    const found = await answerQueries(tx, readingFor(office, 'offer'), ids.map((other) => ({ ask: 'case', workflow: name, id: other })), new Set());
    const others = new Map((found as (OtherCase | null)[]).flatMap((other) => (other ? [[other.id, other]] : [])));
    await logReads(tx.db, district, readingAs(asker, workflow.name), `${name}/file`, ids, out.fields, why);
    const table = out.table(one, others);
    const bytes = format === 'csv' ? asCsv(table) : await asXlsx(table, out.title[lang], { person: asker.id, name: asker.name, at: asker.at, reason: why }, lang);
    const file = { name: `${out.name(one)}.${format}`, hash: hashOf(bytes), bytes: bytes.length };
    await insertFile(tx.db, district, { ...file, caseId: id, way: 'out', version: one.version, lines: [], person: asker.id, personName: asker.name, at: asker.at });
    return { ok: true, name: file.name, type: TYPES[format], hash: file.hash, bytes };
  });
