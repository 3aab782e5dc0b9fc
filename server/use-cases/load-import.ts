/** Loads what an import has ready, some thousand lines to a transaction, each taken once; and takes all of it back again. */
import { openSealed } from '../files/sealed-file.ts';
import type { Office } from '../office.ts';
import { deleteImported, findResting, insertLines, settleHouseholds, stepOn } from '../store/import-load.ts';
import type { By } from '../store/import-load.ts';
import { endStep } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { inTransaction, neverGiveUp, takeTime } from '../store/transaction.ts';
import { startCheckRun } from './check-register.ts';
import { fileId, filePath, removeFiles } from './import-files.ts';
import { tellTime } from './tell-time.ts';

const TOGETHER = 5_000;
/** Transactions under way: one of them is written down while another is read. */
const AT_A_TIME = 2;

/** `from`: the number of the first. Text, not bytes: large buffers make the collector go through all of the memory, which takes longer than reading them. */
type Some = { readonly from: number; readonly count: number; readonly text: string };

/** The lines of a sealed file, some together, those from `first` on. */
async function* linesOf(office: Office, id: string, part: 'homes' | 'lines', first: number): AsyncGenerator<Some> {
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

/** False where it was asked to stop before the end; what is under way is waited for. */
const someAtATime = async (all: AsyncIterable<Some>, work: (some: Some) => Promise<unknown>, enough: () => boolean = () => false): Promise<boolean> => {
  const underWay: Promise<unknown>[] = [];
  try {
    for await (const some of all) {
      if (enough()) return false;
      const one = work(some);
      one.catch(() => undefined);
      underWay.push(one);
      if (underWay.length >= AT_A_TIME) await underWay.shift();
    }
    return true;
  } finally {
    await Promise.all(underWay);
  }
};

const loadSome = ({ pool, district }: Office, id: string, by: By, { from, count, text }: Some, before: Promise<unknown>): Promise<void> => inTransaction(pool, async (tx) => {
  takeTime(tx);
  const entered = await insertLines(tx.db, district, 'residents', text, by);
  await before;
  if (!(await stepOn(tx.db, district, id, from, count, count - entered))) throw new Error(`Others work on the import ${id}.`);
});

/** Each is taken as done after the one before it, so that whoever goes on begins with the first that is not. */
const loadLines = (office: Office, row: ImportRow, by: By, enough: () => boolean): Promise<boolean> => {
  let before: Promise<unknown> = Promise.resolve();
  return someAtATime(linesOf(office, row.id, 'lines', row.loaded), (some) => (before = loadSome(office, row.id, by, some, before)), enough);
};

/** Goes on where an earlier try ended; false where it was asked to make room first. */
export const loadImport = async (office: Office, row: ImportRow, enough: () => boolean): Promise<boolean> => {
  const { db, pool, district } = office;
  const by: By = { import: row.id, person: row.person, at: await tellTime(office) };
  // Households that are there already are passed over.
  if (row.loaded === 0) await someAtATime(linesOf(office, row.id, 'homes', 0), ({ text }) => insertLines(db, district, 'households', text, by));
  if (!(await loadLines(office, row, by, enough))) return false;
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
