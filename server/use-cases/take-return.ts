/** Takes in the file that answers a case: sealed while it is here, read in a thread of its own, then gone; its hash and its lines, without accounts, stay on record. Nothing is booked by it. */
import { createHash, randomBytes } from 'node:crypto';
import type { Finding } from '../../workflows/kit/exchange.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Text } from '../../workflows/kit/words.ts';
import { refusals } from '../../workflows/office/import/problems.ts';
import type { Asker } from '../asker.ts';
import { readRows } from '../imports/in-thread.ts';
import type { Office } from '../office.ts';
import { insertFile } from '../store/case-files.ts';
import { inTransaction } from '../store/transaction.ts';
import { holdFor } from './exchange.ts';
import { fileId, filePath, makeFolder, removeFiles, uploadOf } from './import-files.ts';
import { takeFile } from './take-file.ts';

export type TakenIn =
  | { readonly ok: true; readonly hash: string; readonly name: string; readonly lines: readonly Data[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-offered' }
  | { readonly ok: false; readonly reason: 'refused'; readonly why: Text };

/** A file of so many rows is none of ours. */
const MOST_LINES = 8_000;
const TOO_MANY: Text = { zh: `文件超过${MOST_LINES}行，请确认是否选对文件`, en: `More than ${MOST_LINES} rows: please see that it is the right file` };

const told = (why: keyof typeof refusals): Text => {
  const { title, remedy } = refusals[why];
  return { zh: `${title.zh}。${remedy.zh}`, en: `${title.en}. ${remedy.en}` };
};
const refused = (why: Text): TakenIn => ({ ok: false, reason: 'refused', why });

/** Ids of what is brought for a case begin with this. */
const newId = (): string => `c${randomBytes(8).toString('hex')}`;

async function* hashing(source: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}

type Brought = { readonly ok: true; readonly hash: string; readonly bytes: number; readonly rows: readonly (readonly string[])[] } | { readonly ok: false; readonly why: Text };

const bring = async (office: Office, id: string, source: AsyncIterable<Buffer>): Promise<Brought> => {
  const hash = createHash('sha256');
  await makeFolder(office);
  const taken = await takeFile(office, filePath(office, id, 'upload'), fileId(id, 'upload'), hashing(source, hash));
  if (!taken) return { ok: false, why: told('too-large') };
  if (taken.bytes === 0) return { ok: false, why: told('empty') };
  const read = await readRows(uploadOf(office, id, taken.utf8));
  if (!read.ok) return { ok: false, why: told(read.why) };
  const { rows } = read.value;
  return rows.length > MOST_LINES ? { ok: false, why: TOO_MANY } : { ok: true, hash: hash.digest('hex'), bytes: taken.bytes, rows };
};

const keep = (office: Office, asker: Asker, workflow: Workflow, id: string, name: string, { hash, bytes, rows }: Extract<Brought, { ok: true }>): Promise<TakenIn> =>
  inTransaction(office.pool, async (tx): Promise<TakenIn> => {
    const held = await holdFor(office, tx, asker, workflow, id, ({ back }) => back.event);
    if (!held.ok) return held;
    const { one, exchange: { back } } = held;
    const read = back.read(rows);
    if (!read.ok) return refused(read.why);
    await insertFile(tx.db, office.district, { caseId: id, way: 'in', name, hash, bytes, lines: read.lines, version: one.version, person: asker.id, personName: asker.name, at: asker.at });
    return { ok: true, hash, name, lines: read.lines, findings: back.findings(one, read.lines) };
  });

/** Asked before the file is taken, and again when it is put on record: in between the case may have gone on. */
export const takeReturn = async (office: Office, asker: Asker, workflow: Workflow, id: string, name: string, source: AsyncIterable<Buffer>): Promise<TakenIn> => {
  const may = await inTransaction(office.pool, (tx) => holdFor(office, tx, asker, workflow, id, ({ back }) => back.event));
  if (!may.ok) return may;
  const file = newId();
  try {
    const brought = await bring(office, file, source);
    if (!brought.ok) return refused(brought.why);
    return await keep(office, asker, workflow, id, name, brought);
  } finally {
    await removeFiles(office, file);
  }
};
