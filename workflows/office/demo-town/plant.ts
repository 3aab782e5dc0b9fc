/** Plants the errors that the checks of the register must find, and keeps the list of them. */
import type { Ground } from './ground.ts';
import { oneAccountForTwo, onePhoneForMany, movedWithoutHandOver, sameButForId, sameIdTwice } from './plant-pairs.ts';
import { birthAgainstId, childTooOld, date, idNumber, marriedEarly, name, sexAgainstId, spouseElsewhere } from './plant-people.ts';
import type { Plant } from './plant-people.ts';
import { confirmedInHaste, enteredLate, livesInAnotherVillage, longUnverified, outliers, sameRemark } from './plant-process.ts';
import type { Planted } from './town.ts';

type Row = readonly [rule: string, full: number, small: number, plant: Plant];

/** The scarcest first: pairs of people alike, then whoever is left. */
const plan: readonly Row[] = [
  ['D20', 8, 0, sameIdTwice],
  ['D22', 6, 0, movedWithoutHandOver],
  ['D15', 7, 0, spouseElsewhere],
  ['D21', 10, 0, sameButForId],
  ['D17', 5, 0, childTooOld],
  ['D07', 6, 0, date],
  ['D05', 12, 1, name],
  ['D06', 18, 1, idNumber],
  ['D10', 9, 1, birthAgainstId],
  ['D11', 7, 0, sexAgainstId],
  ['D13', 11, 1, marriedEarly],
  ['D23', 4, 1, oneAccountForTwo],
  ['D24', 5, 0, onePhoneForMany],
  ['D27', 40, 0, livesInAnotherVillage],
  ['D28', 120, 0, enteredLate],
  ['D29', 60, 1, longUnverified],
  ['D30', 1, 0, confirmedInHaste],
  ['D31', 1, 0, sameRemark],
];

export const plant = (ground: Ground, scale: 'full' | 'small'): Planted[] => {
  const planted = plan.flatMap(([rule, full, small, one]): Planted[] =>
    Array.from({ length: scale === 'full' ? full : small }, (_, nth) => ({ rule, residents: one(ground, nth) })));
  const villages = scale === 'full' ? outliers.map((unit): Planted => ({ rule: 'D32', residents: [], unit })) : [];
  return [...planted, ...villages].toSorted((a, b) => a.rule.localeCompare(b.rule, 'en'));
};
