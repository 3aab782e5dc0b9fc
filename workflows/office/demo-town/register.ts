/** Writes settled homes down as the register's residents and households, with numbers, dates and addresses. */
import type { Day } from '../../kit/words.ts';
import { checkDigit } from '../citizen-id.ts';
import { legalAge } from '../marriage.ts';
import { addDays } from '../working-days.ts';
import type { Unit } from '../units.ts';
import type { Home, Member } from './homes.ts';
import { COUNTED_ON } from './make-up.ts';
import { namesFrom } from './names.ts';
import type { Random } from './random.ts';
import type { Household, Resident } from './town.ts';

/** A row still being written. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type Register = { residents: Draft<Resident>[]; households: Draft<Household>[] };

const HOMES_PER_GROUP = 12;
const two = (n: number): string => String(n).padStart(2, '0');
const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** The day after so many years: whoever it is the birthday of has certainly come of that age. */
export const yearsAfter = (day: Day, years: number): Day => addDays(`${Number(day.slice(0, 4)) + years}-${day.slice(5) === '02-29' ? '02-28' : day.slice(5)}`, 1);

/** A birthday that makes somebody this old on the day ages are counted. */
const bornAt = (age: number, random: Random): Day => addDays(`${2026 - age}${COUNTED_ON.slice(4)}`, -random.below(365));

/** The last change of marital status: after the legal age of all concerned, and before the present cycle. */
const changedOn = (members: readonly { sex: string; birthDate: Day; marital: string }[], random: Random): Day | null => {
  const marital = members[0]?.marital ?? '10';
  if (marital === '10' || marital === '90') return null;
  const earliest = members.map((one) => yearsAfter(one.birthDate, legalAge(one.sex))).toSorted().at(-1) ?? COUNTED_ON;
  const span = daysBetween(earliest, '2026-08-31');
  return addDays(earliest, marital === '21' ? random.below(Math.min(span, 3_650)) : Math.floor(span * (0.4 + 0.6 * random.next())));
};

/** ID numbers no two of which are equal, of the division that does not exist, sequence up to 899. */
const idNumbersFrom = (random: Random) => {
  const used = new Set<string>();
  const next = (birthDate: Day, sex: string): string => {
    const sequence = random.below(449) * 2 + (sex === '1' ? 1 : 2);
    const first = `999901${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    if (used.has(first)) return next(birthDate, sex);
    used.add(first);
    return first + checkDigit(first);
  };
  return next;
};

export const addressIn = (unit: Unit, group: number, door: number): string => `${unit.name.zh}${group}${unit.community ? '楼' : '组'}${door}号`;

export type Pen = { readonly random: Random; readonly nameOf: () => string; readonly idOf: (birthDate: Day, sex: string) => string };

const writeMember = (member: Member, birthDate: Day, changed: Day | null, address: string, unit: string, { random, nameOf, idOf }: Pen): Omit<Resident, 'id' | 'household' | 'code' | 'spouse'> => ({
  unit,
  name: nameOf(),
  sex: member.sex,
  birthDate,
  idNumber: idOf(birthDate, member.sex),
  idMissingReason: null,
  ethnic: random.next() < 0.96 ? '01' : random.pick(['03', '11', '02', '06']),
  marital: member.marital,
  marriageDate: changed,
  relation: member.relation,
  hukouUnit: unit,
  hukouAddress: address,
  residenceAddress: address,
  phone: `100${random.digits(8)}`,
  account: random.next() < 0.85 ? `0000${random.digits(15)}` : null,
  status: 'active',
  lastVerified: addDays('2026-06-01', random.below(150)),
});

const writeHome = (home: Home, unit: Unit, place: number, register: Register, serial: number, pen: Pen): void => {
  const group = Math.floor(place / HOMES_PER_GROUP) + 1;
  const address = addressIn(unit, group, (place % HOMES_PER_GROUP) + 1);
  const household = `h${String(register.households.length + 1).padStart(6, '0')}`;
  const births = home.map((member) => bornAt(member.age, pen.random));
  const wed = home.flatMap((member, i) => (member.spouse === null ? [] : [{ ...member, birthDate: births[i] ?? COUNTED_ON }]));
  const together = changedOn(wed, pen.random);
  const idAt = (i: number) => `p${String(register.residents.length + 1 + i).padStart(6, '0')}`;
  const written = home.map((member, i): Resident => {
    const birthDate = births[i] ?? COUNTED_ON;
    const changed = member.spouse === null ? changedOn([{ ...member, birthDate }], pen.random) : together;
    return {
      id: idAt(i), household,
      code: `${unit.id}${two(group)}${String(serial + i).padStart(4, '0')}`,
      spouse: member.spouse === null ? null : idAt(member.spouse),
      ...writeMember(member, birthDate, changed, address, unit.id, pen),
    };
  });
  register.households.push({ id: household, unit: unit.id, address, head: idAt(0) });
  register.residents.push(...written);
};

export const penFrom = (random: Random): Pen => ({ random, nameOf: namesFrom(random), idOf: idNumbersFrom(random) });

export const writeRegister = (settled: ReadonlyMap<string, readonly Home[]>, units: readonly Unit[], pen: Pen): Register => {
  const register: Register = { residents: [], households: [] };
  for (const unit of units) {
    let serial = 1;
    for (const [place, home] of (settled.get(unit.id) ?? []).entries()) {
      writeHome(home, unit, place, register, serial, pen);
      serial += home.length;
    }
  }
  return register;
};
