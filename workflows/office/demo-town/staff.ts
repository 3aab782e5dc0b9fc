/** The demo town's staff under their sign-in names, relations they have declared, and the lines that pay. */
import type { PostName } from '../posts.ts';
import { villagesOf } from '../units.ts';
import type { Unit } from '../units.ts';
import { namesFrom } from './names.ts';
import type { Random } from './random.ts';
import type { Fund, Relation, Resident, Staff } from './town.ts';

type Holder = readonly [signIn: string, post: PostName, unit: string];

const numbered = (prefix: string, post: PostName, count: number, unit: string): Holder[] =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i + 1}`, post, unit]);

const holders = (units: readonly Unit[]): Holder[] => {
  const district = units.find((unit) => unit.kind === 'district')?.id ?? '';
  const town = units.find((unit) => unit.kind === 'town')?.id ?? '';
  return [
    ...villagesOf(units, town).map((village, i): Holder => [`village${String(i + 1).padStart(2, '0')}`, 'village_clerk', village.id]),
    ...numbered('town', 'town_clerk', 4, town),
    ...numbered('reviewer', 'reviewer', 3, town),
    ...numbered('finance', 'finance', 2, town),
    ...numbered('head', 'town_head', 2, town),
    ...numbered('district', 'district_officer', 2, district),
    ['auditor', 'auditor', town],
    ['privacy', 'privacy_officer', town],
    ['admin', 'admin', district],
  ];
};

export const makeStaff = (units: readonly Unit[], random: Random): Staff[] => {
  const nameOf = namesFrom(random);
  return holders(units).map(([id, post, unit]) => ({ id, name: nameOf(), posts: [{ post, unit }] }));
};

/** Who has a relative where, by place in the village's register. */
const declared: readonly (readonly [person: string, village: number, place: number])[] = [
  ['village01', 0, 11], ['town1', 0, 14], ['reviewer1', 1, 9], ['reviewer2', 2, 12], ['town2', 2, 15], ['head1', 4, 13], ['finance1', 6, 17], ['village09', 8, 10],
];

/** Relations of staff to residents; villages without a register have none. */
export const declareRelations = (units: readonly Unit[], residents: readonly Resident[]): Relation[] => {
  const villages = villagesOf(units, units.find((unit) => unit.kind === 'town')?.id ?? '');
  return declared.flatMap(([person, village, place]) => {
    const resident = residents.filter((one) => one.unit === villages[village]?.id)[place];
    return resident ? [{ person, resident: resident.id }] : [];
  });
};

const BUDGET = { district: 50_000_000, town: 30_000_000, village: 12_000_000 } as const;
const tiers = ['district', 'town', 'village'] as const;

/** One line per tier and year, `<tier>-<year>`, in fen. Synthetic. */
export const funds: readonly Fund[] = [2025, 2026, 2027].flatMap((year) =>
  tiers.map((tier) => ({ id: `${tier}-${year}`, tier, year, fen: BUDGET[tier] })));
