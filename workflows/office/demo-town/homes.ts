/** Puts people into homes (couples, their grown-up children, people alone) and homes into villages, to the exact number. */
import { isMarried } from '../marriage.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** `relation` is GB/T 4761, to the head, who comes first. `spouse` is a place in the home. */
export type Member = Person & { readonly relation: string; readonly spouse: number | null };
export type Home = readonly Member[];

const isWed = ({ marital }: Person): boolean => isMarried(marital);

/** People in heaps by a key; taking one removes it. */
const heapsOf = <T>(items: readonly T[], keyOf: (item: T) => string) => {
  const heaps = new Map<string, T[]>();
  for (const item of items) heaps.set(keyOf(item), [...(heaps.get(keyOf(item)) ?? []), item]);
  return { takeFirst: (keys: readonly string[]): T | undefined => heaps.get(keys.find((key) => (heaps.get(key)?.length ?? 0) > 0) ?? '')?.pop() };
};

const ageKey = ({ marital, age }: Person): string => `${marital} ${age}`;
/** How much younger the wife is, the commonest first. */
const GAPS = [2, 1, 3, 0, 4, -1, 5, -2];

const couple = (husband: Person, wife: Person, wifeHeads: boolean): Home => (wifeHeads
  ? [{ ...wife, relation: '02', spouse: 1 }, { ...husband, relation: '11', spouse: 0 }]
  : [{ ...husband, relation: '02', spouse: 1 }, { ...wife, relation: '12', spouse: 0 }]);

const marry = (people: readonly Person[], random: Random): { couples: Home[]; rest: Person[] } => {
  const wives = heapsOf(people.filter((one) => isWed(one) && one.sex === '2'), ageKey);
  const paired = new Set<Person>();
  const couples: Home[] = [];
  for (const husband of people) {
    if (!isWed(husband) || husband.sex === '2' || random.next() > 0.8) continue;
    const wife = wives.takeFirst(GAPS.map((gap) => ageKey({ ...husband, age: husband.age - gap })));
    if (!wife) continue;
    couples.push(couple(husband, wife, random.next() < 0.2));
    paired.add(husband).add(wife);
  }
  return { couples, rest: people.filter((one) => !paired.has(one)) };
};

/** About half of the unmarried young live with their parents, where there are parents of a fitting age. */
const housed = (couples: readonly Home[], single: readonly Person[], random: Random): Home[] => {
  const parents = heapsOf(couples, (home) => String(home[0]?.age));
  const fitting = (age: number) => Array.from({ length: 15 }, (_, i) => String(age + 24 + i));
  const grown = new Map<Home, Home>();
  const alone: Home[] = [];
  for (const one of single) {
    const home = one.marital === '10' && one.age <= 34 && random.next() < 0.5 ? parents.takeFirst(fitting(one.age)) : undefined;
    if (home) grown.set(home, [...home, { ...one, relation: one.sex === '1' ? '20' : '30', spouse: null }]);
    else alone.push([{ ...one, relation: '02', spouse: null }]);
  }
  return [...couples.map((home) => grown.get(home) ?? home), ...alone];
};

export const makeHomes = (people: readonly Person[], random: Random): Home[] => {
  const { couples, rest } = marry(people, random);
  return housed(couples, rest, random);
};

/** Homes by village; large homes first, so that people alone fill each village to the last place. */
export const settle = (homes: readonly Home[], villages: readonly (readonly [unit: string, records: number])[], random: Random): Map<string, Home[]> => {
  const room = villages.map(([unit, places]) => ({ unit, places, homes: [] as Home[] }));
  for (const home of random.shuffled(homes).toSorted((a, b) => b.length - a.length)) {
    const open = room.filter((one) => one.places >= home.length);
    let at = random.below(open.reduce((sum, one) => sum + one.places, 0));
    const village = open.find((one) => (at -= one.places) < 0);
    if (!village) throw new RangeError('The villages are full');
    village.homes.push(home);
    village.places -= home.length;
  }
  return new Map(room.map(({ unit, homes: settled }) => [unit, random.shuffled(settled)]));
};
