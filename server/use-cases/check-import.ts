/** Reads the whole file of an import: what is right is kept ready to be loaded, what is wrong is told cell by cell. */
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Unit } from '../../workflows/office/units.ts';
import { sealedWriter } from '../files/sealed-file.ts';
import { checkAll } from '../imports/in-thread.ts';
import type { Ended } from '../imports/in-thread.ts';
import { BLOCK } from '../imports/job.ts';
import type { Block, Check, Good, Wrong } from '../imports/job.ts';
import { Lines, pick } from '../imports/lines.ts';
import type { Office } from '../office.ts';
import { findKnown } from '../store/import-load.ts';
import type { Known } from '../store/import-load.ts';
import { countImport, endStep, forgetProblems, insertProblems } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { findOffice } from '../store/office-row.ts';
import { findUnits, findUnitsUnder } from '../store/people.ts';
import { toLine } from '../store/register-lines.ts';
import { fileId, filePath, removeFiles, uploadOf } from './import-files.ts';
import { tellTime } from './tell-time.ts';

/** Faults that are written down; the rest is counted. */
const MOST_PROBLEMS = 10_000;
const THREADS = 2;
/** A second thread is worth its start from so many bytes on. */
const LARGE = 2 * 2 ** 20;

type Home = { readonly unit: string; readonly address: string; head: string; isHead: boolean };

/** What must be known of all rows together: codes, identity numbers, households. */
class Whole {
  readonly homes = new Map<string, Home>();
  readonly #codes = new Set<string>();
  readonly #idIndexes = new Set<string>();
  /** The lines of a block that may go in, and how many; the other rows are told of. */
  sift(block: Block, known: Known): { good: number; lines: Uint8Array; wrong: Wrong[] } {
    const wrong: Wrong[] = [...block.wrong];
    const refused = new Set<number>();
    for (const [i, row] of block.good.entries()) {
      const fault = this.#faultOf(row, known);
      if (fault) {
        wrong.push({ n: row.n, ...fault });
        refused.add(i);
      } else this.#live(row);
    }
    return { good: block.good.length - refused.size, lines: refused.size === 0 ? block.lines : pick(block.lines, (n) => !refused.has(n)), wrong: wrong.toSorted((a, b) => a.n - b.n) };
  }
  #faultOf({ code, idIndex }: Good, known: Known): Omit<Wrong, 'n'> | null {
    if (known.codes.has(code)) return { field: 'code', code: 'code-known' };
    if (this.#codes.has(code)) return { field: 'code', code: 'double-code' };
    if (idIndex !== null && known.idIndexes.has(idIndex)) return { field: 'idNumber', code: 'id-known' };
    if (idIndex !== null && this.#idIndexes.has(idIndex)) return { field: 'idNumber', code: 'double-id' };
    return null;
  }
  #live({ code, idIndex, household, id, unit, address, isHead }: Good): void {
    this.#codes.add(code);
    if (idIndex !== null) this.#idIndexes.add(idIndex);
    const home = this.homes.get(household);
    if (!home) this.homes.set(household, { unit, address, head: id, isHead });
    else if (isHead && !home.isHead) [home.head, home.isHead] = [id, true];
  }
}

const askOf = async (office: Office, { id, unit, header, mapping, format }: ImportRow): Promise<Omit<Check, 'shard' | 'shards'>> => {
  const { db, district } = office;
  const units = await findUnits(db, district, await findUnitsUnder(db, district, null));
  return {
    district, header, mapping, prefix: id, today: dayOf(await tellTime(office)), demo: (await findOffice(db))?.kind === 'demo', counts1904: format.kind === 'xlsx' && format.counts1904,
    units: units.map((one): Unit => ({ ...one, community: false })), scope: await findUnitsUnder(db, district, unit),
  };
};

const writeHomes = async ({ keys, district, files }: Office, id: string, homes: ReadonlyMap<string, Home>): Promise<void> => {
  const writer = await sealedWriter(keys, filePath({ files }, id, 'homes'), fileId(id, 'homes'));
  try {
    const lines = new Lines();
    let n = 0;
    for (const [household, { unit, address, head }] of homes) {
      lines.add(toLine(keys, 'households', district, { id: household, unit, address, head }).text);
      if (++n % BLOCK === 0 || n === homes.size) await writer.write(lines.take());
    }
    await writer.end();
  } finally {
    await writer.close();
  }
};

const readAll = async (office: Office, row: ImportRow): Promise<Ended<null>> => {
  const { db, district, keys } = office;
  const { id, mapping } = row;
  const whole = new Whole();
  const counted = { rows: 0, good: 0, wrong: 0, problems: 0 };
  const writer = await sealedWriter(keys, filePath(office, id, 'lines'), fileId(id, 'lines'));
  const setDown = async (block: Block, known: Known): Promise<void> => {
    const { good, lines, wrong } = whole.sift(block, known);
    const told = wrong.slice(0, Math.max(0, MOST_PROBLEMS - counted.problems)).map(({ n, field, code }, i) => ({ n: counted.problems + i, line: n, col: mapping[field] ?? null, field, code }));
    counted.rows += block.rows;
    counted.good += good;
    counted.wrong += new Set(wrong.map(({ n }) => n)).size;
    counted.problems += wrong.length;
    await Promise.all([writer.write(lines), insertProblems(db, district, id, told).then(() => countImport(db, district, id, counted))]);
  };
  let before: Promise<unknown> = Promise.resolve();
  try {
    const ended = await checkAll(uploadOf(office, id, row.utf8), await askOf(office, row), row.bytes < LARGE ? 1 : THREADS, async (block) => {
      // One block is asked about while the one before it is set down: either waits for the database.
      const asked = findKnown(db, district, block.good.map(({ code }) => code), block.good.flatMap(({ idIndex }) => idIndex ?? []));
      const last = before;
      before = Promise.all([asked, last]).then(([known]) => setDown(block, known));
      before.catch(() => undefined);
      await last;
    });
    await before;
    if (ended.ok) await writer.end();
    if (ended.ok) await writeHomes(office, id, whole.homes);
    return ended;
  } finally {
    await before.catch(() => undefined);
    await writer.close();
  }
};

/** What an earlier try left is made anew. */
export const checkImport = async (office: Office, row: ImportRow): Promise<void> => {
  await removeFiles(office, row.id, ['lines', 'homes']);
  await forgetProblems(office.db, office.district, row.id);
  const ended = await readAll(office, row);
  await endStep(office.db, office.district, row.id, 'checking', ended.ok ? 'checked' : 'refused', ended.ok ? null : ended.why);
  if (!ended.ok) await removeFiles(office, row.id);
};
