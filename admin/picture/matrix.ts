/** The picture as a table: units down, processes across, with their sums. */
import type { Amount, ProcessView } from '../../workflows/kit/picture.ts';

export type Matrix = {
  readonly units: readonly string[]; readonly processes: readonly string[];
  readonly cell: (unit: string, process: string) => Amount;
  readonly ofUnit: (unit: string) => Amount; readonly ofProcess: (process: string) => Amount; readonly all: Amount;
};
const NOTHING: Amount = { open: 0, overdue: 0 };
const plus = (a: Amount, b: Amount): Amount => ({ open: a.open + b.open, overdue: a.overdue + b.overdue });

/** `order`: units as the tree has them; villages always have a row, other units where a case lies there. */
export const matrixOf = (views: readonly ProcessView[], order: readonly { readonly id: string; readonly kind: string }[]): Matrix => {
  const cells = new Map(views.flatMap(({ workflow, units }) => units.map(({ unit, open, overdue }) => [`${unit}.${workflow}`, { open, overdue }])));
  const there = new Set(views.flatMap(({ units }) => units.map(({ unit }) => unit)));
  const known = order.filter(({ id, kind }) => kind === 'village' || there.has(id)).map(({ id }) => id);
  const units = [...known, ...[...there].filter((unit) => !known.includes(unit))];
  const processes = views.map(({ workflow }) => workflow);
  const cell = (unit: string, process: string): Amount => cells.get(`${unit}.${process}`) ?? NOTHING;
  const ofUnit = (unit: string): Amount => processes.map((process) => cell(unit, process)).reduce(plus, NOTHING);
  const ofProcess = (process: string): Amount => units.map((unit) => cell(unit, process)).reduce(plus, NOTHING);
  return { units, processes, cell, ofUnit, ofProcess, all: units.map(ofUnit).reduce(plus, NOTHING) };
};
