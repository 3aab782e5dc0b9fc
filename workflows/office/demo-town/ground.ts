/** Where errors are planted: the register with the residents nobody has touched yet. */
import type { Random } from './random.ts';
import type { Draft, Pen, Register } from './register.ts';
import type { Resident } from './town.ts';
import type { Unit } from '../units.ts';

export type Row = Draft<Resident>;
export type Fits = (row: Row) => boolean;

/** The untouched residents of some villages, in no order. */
export type Field = {
  readonly rows: () => Row[];
  /** One who fits; touched from now on. */
  readonly find: (fits: Fits) => Row;
};

export type Ground = {
  readonly register: Register;
  readonly villages: readonly Unit[];
  readonly random: Random;
  readonly idOf: Pen['idOf'];
  readonly anywhere: Field;
  /** The villages whose batch has not passed, the only ones where error-level faults may lie. */
  readonly unpassed: Field;
  /** By id; touched from now on. */
  readonly touch: (id: string) => Row;
  readonly isUntouched: (id: string) => boolean;
  readonly livesAlone: Fits;
};

/** `passed` names the villages in which no error-level fault may be left. */
export const groundOf = (register: Register, villages: readonly Unit[], passed: ReadonlySet<string>, { random, idOf }: Pen): Ground => {
  const rows = random.shuffled(register.residents);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const touched = new Set<string>();
  const atHome = new Map<string, number>();
  for (const { household } of rows) atHome.set(household, (atHome.get(household) ?? 0) + 1);

  const fieldOf = (among: readonly Row[]): Field => ({
    rows: () => among.filter((row) => !touched.has(row.id)),
    find: (fits) => {
      const found = among.find((row) => !touched.has(row.id) && fits(row));
      if (!found) throw new RangeError('Nobody in the town fits what should be planted');
      touched.add(found.id);
      return found;
    },
  });
  const touch = (id: string): Row => {
    const row = byId.get(id);
    if (!row) throw new RangeError(`No resident ${id}`);
    touched.add(id);
    return row;
  };
  return {
    register, villages, random, idOf, touch,
    anywhere: fieldOf(rows),
    unpassed: fieldOf(rows.filter((row) => !passed.has(row.unit))),
    isUntouched: (id) => !touched.has(id),
    livesAlone: (row) => atHome.get(row.household) === 1 && row.spouse === null,
  };
};
