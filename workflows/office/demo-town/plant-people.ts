/** Errors within one record or one home: names, numbers, dates, spouses, parents (rules D05 to D17). */
import { ageOn } from '../days.ts';
import { legalAge } from '../marriage.ts';
import { addDays } from '../working-days.ts';
import type { Ground, Row } from './ground.ts';
import { COUNTED_ON } from './make-up.ts';
import { yearsAfter } from './register.ts';

/** Plants one finding and gives the residents it concerns; `nth` counts the findings of its rule. */
export type Plant = (ground: Ground, nth: number) => readonly string[];

const age = (row: Row): number => ageOn(row.birthDate ?? COUNTED_ON, COUNTED_ON);
const turned = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;

const spoiltNames: readonly ((name: string) => string)[] = [
  (name) => `${name.slice(0, 2)}3`,
  (name) => `${name.slice(0, 1)} ${name.slice(1)}`,
  (name) => `${name.slice(0, 1)}某`,
  (name) => `${name.slice(0, 1)}XX`,
  (name) => `${name.slice(0, 1)}之妻`,
  () => '不详',
];

export const name: Plant = ({ unpassed }, nth) => {
  const row = unpassed.find(() => true);
  row.name = turned(spoiltNames, nth)(row.name);
  return [row.id];
};

const spoiltNumbers: readonly ((id: string) => string)[] = [
  (id) => id.slice(0, 17) + (id[17] === '7' ? '8' : '7'),
  (id) => id.slice(0, 17),
  (id) => `${id.slice(0, 14)}O${id.slice(15)}`,
];

export const idNumber: Plant = ({ unpassed }, nth) => {
  const row = unpassed.find((one) => one.idNumber !== null);
  row.idNumber = turned(spoiltNumbers, nth)(row.idNumber ?? '');
  return [row.id];
};

const NO_SUCH_DAYS = ['02-30', '06-31', '04-31', '00-12'];

/** Two of three are birthdays that no calendar has, of the right year and without a number to compare; the third a marriage to come. */
export const date: Plant = ({ unpassed }, nth) => {
  if (nth % 3 === 2) {
    const row = unpassed.find((one) => one.marital === '21' && one.spouse === null);
    row.marriageDate = `21${row.marriageDate?.slice(2)}`;
    return [row.id];
  }
  const row = unpassed.find((one) => (one.birthDate ?? '').slice(5) < '11-01');
  row.birthDate = `${row.birthDate?.slice(0, 4)}-${turned(NO_SUCH_DAYS, nth)}`;
  row.idNumber = null;
  row.idMissingReason = 'being_corrected';
  return [row.id];
};

export const birthAgainstId: Plant = ({ unpassed, idOf, random }) => {
  const row = unpassed.find(() => true);
  row.idNumber = idOf(addDays(row.birthDate ?? '', 1 + random.below(9)), row.sex);
  return [row.id];
};

export const sexAgainstId: Plant = ({ unpassed, idOf }) => {
  const row = unpassed.find((one) => one.idNumber !== null);
  row.idNumber = idOf(row.birthDate ?? '', row.sex === '1' ? '2' : '1');
  return [row.id];
};

export const marriedEarly: Plant = ({ anywhere, random }) => {
  const row = anywhere.find((one) => one.marital === '21' && one.spouse === null);
  row.marriageDate = yearsAfter(row.birthDate ?? '', legalAge(row.sex) - 1 - random.below(2));
  return [row.id];
};

/** Of two couples A–B and C–D, B names C: A's link is not returned, C's still is. */
export const spouseElsewhere: Plant = ({ unpassed, touch, isUntouched }) => {
  const inCouple = (one: Row): boolean => one.marital === '21' && one.spouse !== null && isUntouched(one.spouse);
  const a = unpassed.find(inCouple);
  const b = touch(a.spouse ?? '');
  const c = unpassed.find((one) => inCouple(one) && one.unit === a.unit && one.sex === a.sex);
  touch(c.spouse ?? '');
  b.spouse = c.id;
  return [a.id, b.id];
};

const isNear = (parent: Row, child: Row): boolean => {
  const gap = age(parent) - age(child);
  return parent.unit === child.unit && parent.marital !== '10' && gap >= 5 && gap <= 13;
};

/** Somebody who lives alone is written down as a neighbour's child, five to thirteen years younger. */
export const childTooOld: Plant = ({ anywhere, livesAlone, register }) => {
  const alone = anywhere.rows().filter(livesAlone);
  const child = anywhere.find((one) => livesAlone(one) && one.marital === '10' && alone.some((other) => isNear(other, one)));
  const parent = anywhere.find((other) => livesAlone(other) && isNear(other, child));
  register.households.splice(register.households.findIndex((one) => one.id === child.household), 1);
  child.household = parent.household;
  child.relation = child.sex === '1' ? '20' : '30';
  child.hukouAddress = parent.hukouAddress;
  child.residenceAddress = parent.residenceAddress;
  return [child.id];
};
