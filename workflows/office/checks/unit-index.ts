/** Units looked up by code, and by the name an address begins with. */
import type { Unit } from '../units.ts';

export type UnitIndex = {
  readonly has: (code: string) => boolean;
  /** Villages of the longest name that begins the address; several may bear it. Empty where none does. */
  readonly namedBy: (address: string) => readonly string[];
};

export const indexUnits = (units: readonly Pick<Unit, 'id' | 'kind' | 'name'>[]): UnitIndex => {
  const codes = new Set(units.map(({ id }) => id));
  const byName = Map.groupBy(units.filter(({ kind }) => kind === 'village'), ({ name }) => name.zh);
  const lengths = [...new Set([...byName.keys()].map((name) => name.length))].toSorted((a, b) => b - a);
  return {
    has: (code) => codes.has(code),
    namedBy: (address) => {
      const length = lengths.find((n) => byName.has(address.slice(0, n)));
      return (byName.get(address.slice(0, length ?? 0)) ?? []).map(({ id }) => id);
    },
  };
};
