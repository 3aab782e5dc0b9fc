/** Loads what an import has ready, some thousand lines to a transaction, each taken once; and takes all of it back again. */
import { setImmediate as turn } from 'node:timers/promises';
import { openSealed } from '../files/sealed-file.ts';
import type { Office } from '../office.ts';
import { deleteImported, findResting, insertLines, settleHouseholds, stepOn } from '../store/import-load.ts';
import type { By } from '../store/import-load.ts';
import { endStep } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { inTransaction, neverGiveUp } from '../store/transaction.ts';
import { startCheckRun } from './check-register.ts';
import { fileId, filePath, removeFiles } from './import-files.ts';
import { tellTime } from './tell-time.ts';

const TOGETHER = 2_000;

type Lines = { readonly from: number; readonly count: number; readonly text: string };

/** The lines of a sealed file, some together, those from `first` on. */
async function* linesOf(office: Office, id: string, part: 'homes' | 'lines', first: number): AsyncGenerator<Lines> {
  const file = await openSealed(office.keys, filePath(office, id, part), fileId(id, part));
  try {
    const lines: string[] = [];
    let [at, rest] = [0, ''];
    const decoder = new TextDecoder();
    for await (const piece of file.read(0, file.size)) {
      const cut = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = cut.pop() ?? '';
      const passed = Math.min(cut.length, Math.max(0, first - at));
      at += passed;
      lines.push(...cut.slice(passed));
      for (; lines.length >= TOGETHER; at += TOGETHER) yield { from: at, count: TOGETHER, text: lines.splice(0, TOGETHER).join('\n') };
    }
    if (lines.length > 0) yield { from: at, count: lines.length, text: lines.join('\n') };
  } finally {
    await file.close();
  }
}

/** Goes on where an earlier try ended; false where it was asked to make room first. */
export const loadImport = async (office: Office, row: ImportRow, enough: () => boolean): Promise<boolean> => {
  const { db, pool, keys, district } = office;
  const by: By = { import: row.id, person: row.person, at: await tellTime(office) };
  // Households that are there already are passed over.
  if (row.loaded === 0) for await (const { text } of linesOf(office, row.id, 'homes', 0)) await insertLines(db, keys, district, 'households', text, by);
  for await (const { from, count, text } of linesOf(office, row.id, 'lines', row.loaded)) {
    if (enough()) return false;
    const taken = await inTransaction(pool, async (tx) => {
      const entered = await insertLines(tx.db, keys, district, 'residents', text, by);
      if (await stepOn(tx.db, district, row.id, from, count, count - entered)) return true;
      throw new Error(`Others work on the import ${row.id}.`);
    });
    if (!taken) return false;
    await turn();
  }
  await inTransaction(pool, async (tx) => {
    neverGiveUp(tx);
    await settleHouseholds(tx, district, row.id);
    await endStep(tx.db, district, row.id, 'loading', 'loaded', null);
  });
  await removeFiles(office, row.id);
  // Whoever was brought in may be the double of somebody.
  await startCheckRun(office, row.person);
  return true;
};

/** All of it in one transaction, or nothing where something has come to rest on it since. */
export const undoImport = async (office: Office, { id, person }: ImportRow): Promise<void> => {
  await inTransaction(office.pool, async (tx) => {
    neverGiveUp(tx);
    const why = await findResting(tx, office.district, id);
    if (why === null) await deleteImported(tx, office.district, id);
    await endStep(tx.db, office.district, id, 'undoing', why === null ? 'undone' : 'loaded', why);
  });
  await startCheckRun(office, person);
};
