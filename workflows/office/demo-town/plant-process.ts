/** Findings about where and when records were dealt with (rules D27 to D32). */
import { addDays } from '../working-days.ts';
import { villageStands } from './make-up.ts';
import type { Plant } from './plant-people.ts';
import { addressIn } from './register.ts';

/** The address lies in another village than the one that keeps the record. */
export const livesInAnotherVillage: Plant = ({ anywhere, villages, random }) => {
  const row = anywhere.find(() => true);
  const other = random.pick(villages.filter((one) => one.id !== row.unit));
  row.residenceAddress = addressIn(other, 1 + random.below(9), 1 + random.below(30));
  return [row.id];
};

/** The villages where a change was made, each as often as it made changes; a fifth of them came in late. */
const lateIn = villageStands.flatMap(({ unit, corrected }) => Array.from({ length: Math.floor(corrected / 5) + 1 }, () => unit));

/** To be entered more than thirty days after the event. */
export const enteredLate: Plant = ({ anywhere }, nth) => [anywhere.find((row) => row.unit === lateIn[(nth * 7) % lateIn.length]).id];

export const longUnverified: Plant = ({ anywhere, random }) => {
  const row = anywhere.find(() => true);
  row.lastVerified = addDays('2025-11-03', random.below(150));
  return [row.id];
};

const manyOf = (unit: string, count: number): Plant => ({ anywhere }) =>
  Array.from({ length: count }, () => anywhere.find((row) => row.unit === unit).id);

/** To be confirmed by one person within ten minutes: more than thirty. */
export const confirmedInHaste: Plant = manyOf('999901101005', 36);
/** To carry the same remark: more than twenty. */
export const sameRemark: Plant = manyOf('999901101207', 24);
/** Almost no corrections; too many who could not be reached. */
export const outliers = ['999901101203', '999901101209'] as const;
