/** The rules of the register written a second time, plainly, so that what is planted is judged by something else than what plants. */
import { checkId } from '../../workflows/office/citizen-id.ts';
import { hasCode } from '../../workflows/office/codes.ts';
import { ageOn, isDay } from '../../workflows/office/days.ts';
import { COUNTED_ON } from '../../workflows/office/demo-town/make-up.ts';
import type { Resident, Town } from '../../workflows/office/demo-town/town.ts';
import { isName } from '../../workflows/office/names.ts';

export const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

export const levelE = ['D01', 'D05', 'D06', 'D07', 'D08', 'D10', 'D11', 'D12', 'D15', 'D20'] as const;

const isPast = (day: string): boolean => isDay(day) && day >= '1900-01-01' && day <= COUNTED_ON;
const years = (day: string, n: number): string => `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
const isUnwed = ({ marital }: Resident): boolean => marital === '10';

/** Residents found, by rule. */
export const findIn = ({ residents, households, units }: Town): Map<string, Set<string>> => {
  const rows = new Map(residents.map((one) => [one.id, one]));
  const heads = new Map(households.map((one) => [one.id, rows.get(one.head)]));
  const villages = new Map(units.map((one) => [one.id, one.name.zh]));
  const every = (fits: (one: Resident) => boolean): Set<string> => new Set(residents.filter(fits).map((one) => one.id));
  const alike = (keyOf: (one: Resident) => string | null, fits: (same: Resident[]) => boolean): Set<string> =>
    new Set([...Map.groupBy(residents, keyOf)].flatMap(([key, same]) => (key !== null && same.length > 1 && fits(same) ? same.map((one) => one.id) : [])));
  const id = (one: Resident) => (one.idNumber === null || !/^\d{17}[\dX]$/.test(one.idNumber) ? null : checkId(one.idNumber));
  const spouse = (one: Resident) => (one.spouse === null ? undefined : rows.get(one.spouse));
  const active = (same: Resident[]) => same.filter((one) => one.status === 'active');
  const numbers = (same: Resident[]) => new Set(same.map((one) => one.idNumber)).size;
  const relative = (one: Resident): Resident | null | undefined => (['20', '30'].includes(one.relation) ? heads.get(one.household) : null);

  return new Map<string, Set<string>>([
    ['D01', every((one) => !one.name || !one.sex || !one.birthDate || (one.idNumber ?? one.idMissingReason) === null)],
    ['D02', every((one) => one.marital === '')],
    ['D03', every((one) => !['10', '90'].includes(one.marital) && one.marriageDate === null)],
    ['D05', every((one) => !isName(one.name))],
    ['D06', every((one) => one.idNumber !== null && (checkId(one.idNumber).problems.includes('pattern') || checkId(one.idNumber).problems.includes('check-digit')))],
    ['D07', every((one) => !isPast(one.birthDate ?? '') || (one.marriageDate !== null && !isPast(one.marriageDate)))],
    ['D08', every((one) => !hasCode('sex', one.sex) || !hasCode('marital', one.marital) || !hasCode('relation', one.relation) || !hasCode('ethnic', one.ethnic) || !villages.has(one.hukouUnit) || !villages.has(one.unit))],
    ['D10', every((one) => { const birth = id(one)?.birthDate; return birth !== undefined && birth !== one.birthDate; })],
    ['D11', every((one) => { const sex = id(one)?.sex; return sex !== undefined && sex !== one.sex; })],
    ['D12', every((one) => one.spouse === one.id)],
    ['D13', every((one) => one.marriageDate !== null && one.birthDate !== null && one.marriageDate < years(one.birthDate, one.sex === '1' ? 22 : 20))],
    ['D14', every((one) => one.marriageDate !== null && one.marriageDate < (one.birthDate ?? ''))],
    // Of a link that is not returned both ends are named: each stands in a pair that does not hold.
    ['D15', every((one) => { const other = spouse(one); return other !== undefined && other.spouse !== one.id; })],
    ['D16', every((one) => { const other = spouse(one); return other !== undefined && (other.sex === one.sex || isUnwed(other) !== isUnwed(one)); })],
    ['D17', every((one) => { const parent = relative(one); if (!parent) return false; const gap = ageOn(parent.birthDate ?? '', COUNTED_ON) - ageOn(one.birthDate ?? '', COUNTED_ON); return gap < 14 || gap > 60; })],
    ['D20', alike((one) => (one.status === 'active' ? one.idNumber : null), (same) => active(same).length > 1)],
    ['D21', alike((one) => `${one.name} ${one.birthDate} ${one.sex}`, (same) => numbers(same) > 1)],
    ['D22', alike((one) => one.idNumber, (same) => new Set(same.map((one) => one.unit)).size > 1)],
    ['D23', alike((one) => one.account, (same) => new Set(same.map((one) => one.household)).size > 1)],
    ['D24', alike((one) => one.phone, (same) => new Set(same.map((one) => one.household)).size > 4)],
    ['D26', every((one) => one.relation === '02' && heads.get(one.household)?.id !== one.id)],
    ['D27', every((one) => !one.residenceAddress.startsWith(villages.get(one.unit) ?? '?'))],
    ['D29', every((one) => one.lastVerified === null || one.lastVerified < '2026-05-01')],
  ]);
};
