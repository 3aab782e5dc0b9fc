/** Reads every row of a file as an entry of the register; runs in a thread of its own. */
import { createHash } from 'node:crypto';
import { indexUnits } from '../../workflows/office/checks/unit-index.ts';
import type { Target } from '../../workflows/office/import/columns.ts';
import { readRow } from '../../workflows/office/import/read-row.ts';
import type { Cells, Ground } from '../../workflows/office/import/read-row.ts';
import type { Keys } from '../keys/keys.ts';
import { toLine } from '../store/register-lines.ts';
import type { Take } from '../table/rows.ts';
import { BLOCK } from './job.ts';
import type { Block, Check, Good, Wrong } from './job.ts';
import { Lines } from './lines.ts';

const HEAD = '02';

const groundOf = ({ units, scope, today, demo, counts1904 }: Check): Ground => {
  const within = new Set(scope);
  const named = Map.groupBy(units.filter(({ id, kind }) => kind === 'village' && within.has(id)), ({ name }) => name.zh);
  const unitNamed = (name: string): string | null => { const found = named.get(name.trim()) ?? []; return found.length === 1 ? (found[0]?.id ?? null) : null; };
  return { units: indexUnits(units), scope: within, unitNamed, today, demo, counts1904 };
};

/** People write anything as the number of a household; ids are plain. */
const householdId = (prefix: string, key: string): string => `${prefix}-k${/^[A-Za-z0-9-]{1,24}$/.test(key) ? key : `.${createHash('sha256').update(key).digest('hex').slice(0, 16)}`}`;

const plain = (cell: string | undefined): string | undefined => (cell && /\s/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell);

export type Checker = { readonly take: Take; readonly wants: (n: number) => boolean; /** The blocks that are complete; at the end all. */ finished(last: boolean): Block[] };

export const makeChecker = (keys: Keys, check: Check): Checker => {
  const { district, header, mapping, prefix, shard, shards } = check;
  const ground = groundOf(check);
  const mapped = Object.entries(mapping) as [Target, number][];
  const blocks: Block[] = [];
  const lines = new Lines();
  let [at, rows, good, wrong]: [number, number, Good[], Wrong[]] = [shard, 0, [], []];
  const wants = (n: number): boolean => Math.floor(n / BLOCK) % shards === shard;
  const turn = (): void => {
    blocks.push({ rows, good, lines: lines.take(), wrong });
    [at, rows, good, wrong] = [at + shards, 0, [], []];
  };
  const enter = (n: number, cells: Cells): void => {
    const id = `${prefix}-${String(n + 1).padStart(6, '0')}`;
    const household = cells.household === undefined ? `${prefix}-h${n + 1}` : householdId(prefix, cells.household);
    const { resident, problems } = readRow(cells, { id, household }, ground);
    rows += 1;
    for (const { field, code } of problems) wrong.push({ n, field, code });
    if (problems.length > 0) return;
    const { text, idIndex } = toLine(keys, 'residents', district, resident);
    good.push({ n, code: resident.code, idIndex, household, id, unit: resident.unit, address: resident.residenceAddress, isHead: resident.relation === HEAD });
    lines.add(text);
  };
  return {
    wants,
    take: (n, row) => {
      while (Math.floor(n / BLOCK) > at) turn();
      if (n <= header || !wants(n)) return;
      const cells: Record<string, string> = {};
      for (const [target, column] of mapped) {
        const typed = plain(row[column]);
        if (typed) cells[target] = typed;
      }
      if (row.some((cell) => cell.trim() !== '')) enter(n, cells);
    },
    finished: (last) => {
      if (last) turn();
      return blocks.splice(0);
    },
  };
};
