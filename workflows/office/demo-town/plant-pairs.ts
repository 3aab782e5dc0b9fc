/** Errors between records: one person twice, one account or telephone for many (rules D20 to D24). */
import { checkDigit } from '../citizen-id.ts';
import { ageOn } from '../days.ts';
import type { Field, Ground, Row } from './ground.ts';
import { COUNTED_ON } from './make-up.ts';
import type { Plant } from './plant-people.ts';

/** Alike in all that the town's figures count, so that one may become the other's double. */
const isAlike = (a: Row, b: Row): boolean =>
  a.id !== b.id && a.sex === b.sex && a.marital === b.marital && ageOn(a.birthDate ?? '', COUNTED_ON) === ageOn(b.birthDate ?? '', COUNTED_ON);
const sameUnit = (a: Row, b: Row): boolean => a.unit === b.unit;

const twoAlike = ({ livesAlone }: Ground, { rows, find }: Field, where: (a: Row, b: Row) => boolean): [Row, Row] => {
  const alone = rows().filter(livesAlone);
  const fits = (a: Row) => (b: Row): boolean => livesAlone(b) && isAlike(a, b) && where(a, b);
  const a = find((one) => livesAlone(one) && alone.some(fits(one)));
  return [a, find(fits(a))];
};

const becomeDouble = (of: Row, row: Row, idNumber: string | null): void => {
  row.birthDate = of.birthDate;
  row.marriageDate = of.marriageDate;
  row.idNumber = idNumber;
};

/** Every second pair under one name, the others under two. */
export const sameIdTwice: Plant = (ground, nth) => {
  const [a, b] = twoAlike(ground, ground.unpassed, sameUnit);
  becomeDouble(a, b, a.idNumber);
  if (nth % 2 === 0) b.name = a.name;
  return [a.id, b.id];
};

/** The number one digit of the sequence away; compared whole it differs in the check digit too, else it would fail its own check. */
const neighbourOf = (id: string): string => {
  const tens = id[15] === '0' ? '1' : '0';
  const first = id.slice(0, 15) + tens + id.slice(16, 17);
  return first + checkDigit(first);
};

export const sameButForId: Plant = (ground) => {
  const [a, b] = twoAlike(ground, ground.anywhere, sameUnit);
  becomeDouble(a, b, neighbourOf(a.idNumber ?? ''));
  b.name = a.name;
  return [a.id, b.id];
};

/** Moved from one village to another: the old record is marked so, and nobody has handed it over. */
export const movedWithoutHandOver: Plant = (ground) => {
  const [a, b] = twoAlike(ground, ground.unpassed, (one, other) => !sameUnit(one, other));
  becomeDouble(a, b, a.idNumber);
  b.name = a.name;
  b.status = 'moved';
  return [a.id, b.id];
};

export const oneAccountForTwo: Plant = ({ anywhere }) => {
  const a = anywhere.find((one) => one.account !== null);
  const b = anywhere.find((one) => one.account !== null && one.household !== a.household && one.name[0] !== a.name[0]);
  b.account = a.account;
  return [a.id, b.id];
};

const HOMES_ON_ONE_PHONE = 5;

export const onePhoneForMany: Plant = ({ anywhere }) => {
  const first = anywhere.find(() => true);
  const all = [first];
  while (all.length < HOMES_ON_ONE_PHONE) all.push(anywhere.find((one) => all.every((other) => other.household !== one.household)));
  for (const row of all) row.phone = first.phone;
  return all.map((row) => row.id);
};
