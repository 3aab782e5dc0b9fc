/** A workbook comes back: read in a thread, every row held against its record, and kept as what it says; nothing is changed by it. */
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Refusal } from '../../workflows/office/import/problems.ts';
import type { Asker } from '../asker.ts';
import { readRows } from '../imports/in-thread.ts';
import type { AllRows } from '../imports/job.ts';
import type { Office } from '../office.ts';
import { findNext, toRow } from '../store/log-rows.ts';
import { inTransaction } from '../store/transaction.ts';
import type { WorkbookCounts } from '../store/workbook-tables.ts';
import { findWorkbook, insertWorkbook } from '../store/workbooks.ts';
import type { CheckedRow, WorkbookRow } from '../store/workbooks.ts';
import { fileId, filePath, makeFolder, removeFiles, uploadOf } from './import-files.ts';
import { judgeLine, twiceIn } from './judge-line.ts';
import type { Judged, Next } from './judge-line.ts';
import { findMovedEntries } from './moved-entries.ts';
import { readBook } from './read-workbook.ts';
import type { Line, ReadBook } from './read-workbook.ts';
import { takeFile } from './take-file.ts';
import { tryRows } from './try-rows.ts';
import { findGround, findParent } from './workbook-ground.ts';
import type { Ground } from './workbook-ground.ts';
import { isMarked } from './workbook-mark.ts';

export type Uploaded = { readonly ok: true; readonly row: WorkbookRow } | { readonly ok: false; readonly reason: 'absent' | 'not-yours' } | { readonly ok: false; readonly reason: 'refused'; readonly why: Refusal };

const newId = (): string => `w${randomBytes(8).toString('hex')}`;
const TOGETHER = 100;

/** The file is gone once it was read, whatever came of it. */
const readFile = async (office: Office, id: string, source: AsyncIterable<Buffer>): Promise<{ ok: true; bytes: number; value: AllRows } | { ok: false; why: Refusal }> => {
  await makeFolder(office);
  const taken = await takeFile(office, filePath(office, id, 'upload'), fileId(id, 'upload'), source);
  if (!taken) return { ok: false, why: 'too-large' };
  try {
    const read = taken.bytes === 0 ? ({ ok: false, why: 'empty' } as const) : await readRows(uploadOf(office, id, taken.utf8));
    return read.ok ? { ...read, bytes: taken.bytes } : read;
  } finally {
    await removeFiles(office, id);
  }
};

const versionsIn = (lines: readonly Line[], standings: Ground['standings']): { id: string; version: number }[] => lines.flatMap(({ cells }) => {
  const [id, version] = [cells['case'] ?? '', Number(cells['version'])];
  const standing = standings.get(id);
  return standing && Number.isSafeInteger(version) && version > 0 && version < standing.one.version ? [{ id, version }] : [];
});

const nextOf = async ({ db, keys, district }: Office, cases: readonly { id: string; version: number }[]): Promise<Map<string, Next>> => {
  const rows = cases.length === 0 ? [] : await findNext(db, district, cases);
  return new Map(rows.map((row) => [row.case_id, { by: row.actor, event: row.type, form: toRow({ keys, district }, row).form }]));
};

/** Entries at the versions that the file says; what it cannot say counts for nothing here. */
const movedOf = (office: Office, book: ReadBook, { standings }: Ground) => {
  const entries = book.lines.flatMap(({ cells }) => {
    const [standing, version] = [standings.get(cells['case'] ?? ''), Number(cells['entry'])];
    return standing && Number.isSafeInteger(version) && version < standing.entry ? [{ id: standing.subject, version }] : [];
  });
  return inTransaction(office.pool, (tx) => findMovedEntries(office, tx, book.place.items, entries));
};

const judgeAll = async (office: Office, asker: Asker, book: ReadBook, ground: Ground): Promise<Judged[]> => {
  const marked = new Set(book.lines.filter(({ cells }) => isMarked(office.keys, ground.columns, book.subject, cells)));
  const against = {
    book, ground, person: asker.id, marked, twice: twiceIn([...marked]),
    next: await nextOf(office, versionsIn(book.lines, ground.standings)), moved: await movedOf(office, book, ground),
  };
  const judged: Judged[] = [];
  for (const [i, line] of book.lines.entries()) {
    judged.push(judgeLine(against, line));
    if (i % TOGETHER === TOGETHER - 1) await turn();
  }
  return judged;
};

const isRow = (one: Judged): one is CheckedRow => one.kind !== 'nothing' && one.kind !== 'already';

const countsOf = (judged: readonly Judged[], rows: readonly CheckedRow[]): WorkbookCounts => {
  const of = (kind: Judged['kind'], all: readonly Judged[] = rows): number => all.filter((one) => one.kind === kind).length;
  const answers = Map.groupBy(rows.filter(({ kind }) => kind === 'answer'), ({ event }) => event ?? '');
  return {
    records: judged.length, nothing: of('nothing', judged), already: of('already', judged), conflicts: of('conflict'), faulty: of('fault'), faults: rows.reduce((sum, { faults }) => sum + faults.length, 0),
    answers: Object.fromEntries([...answers].map(([event, some]) => [event, some.length])),
  };
};

export const uploadWorkbook = async (office: Office, asker: Asker, name: string, source: AsyncIterable<Buffer>): Promise<Uploaded> => {
  const id = newId();
  const file = await readFile(office, id, source);
  if (!file.ok) return { ok: false, reason: 'refused', why: file.why };
  const book = readBook(office, file.value);
  if (!book) return { ok: false, reason: 'refused', why: 'other-columns' };
  const found = await findParent(office, asker, book.place, book.parent);
  if (!found) return { ok: false, reason: 'absent' };
  if (!found.mine) return { ok: false, reason: 'not-yours' };
  const ground = await findGround(office, asker, book.lang, book.place, found.parent);
  const judged = await judgeAll(office, asker, book, ground);
  const kept = judged.filter(isRow);
  const tried = await tryRows(office, asker, book, ground, kept.filter(({ kind }) => kind === 'answer'));
  const byLine = new Map(tried.map((row) => [row.n, row]));
  const rows = kept.map((row) => byLine.get(row.n) ?? row);
  await inTransaction(office.pool, (tx) => {
    insertWorkbook(tx, office, { id, person: asker.id, workflow: book.place.items.name, parent: book.parent, unit: found.parent.unit, name, bytes: file.bytes, counts: countsOf(judged, rows) }, rows);
    return Promise.resolve();
  });
  const row = await findWorkbook(office.db, office.district, id);
  if (!row) throw new Error(`The workbook ${id} is gone.`);
  return { ok: true, row };
};
