/** Draws as many people as the make-up wants, of exactly its sexes, ages and marital codes, in believable company. */
import { legalAge } from '../marriage.ts';
import type { MakeUp } from './make-up.ts';
import type { Random } from './random.ts';

export type Person = { readonly sex: '1' | '2'; readonly age: number; readonly marital: string };
type Unwed = Omit<Person, 'marital'>;

const tooYoung = ({ sex, age }: Unwed): boolean => age <= legalAge(sex);
const under = (years: number, { age }: Unwed): number => (age < years ? 1 : 0);

/** Who gets a code first: the lowest in this order; first marriage is what all others have. */
const likeliest: readonly (readonly [code: string, order: (person: Unwed, chance: number) => number])[] = [
  ['10', (person, chance) => (tooYoung(person) ? -1 : person.age + chance * 18)],
  ['30', (person, chance) => chance * 20 - person.age],
  ['40', (person, chance) => under(27, person) + chance],
  ['22', (person, chance) => under(30, person) + chance],
  ['23', (person, chance) => under(30, person) + chance],
  ['90', (_, chance) => chance],
];

const wed = (people: readonly Unwed[], counts: ReadonlyMap<string, number>, random: Random): Person[] => {
  let left = [...people];
  const wedded: Person[] = [];
  const give = (code: string, to: readonly Unwed[]) => wedded.push(...to.map((person) => ({ ...person, marital: code })));
  for (const [code, order] of likeliest) {
    const count = counts.get(code) ?? 0;
    const ordered = left.map((person) => ({ person, key: order(person, random.next()) })).toSorted((a, b) => a.key - b.key).map((one) => one.person);
    give(code, ordered.slice(0, count));
    left = ordered.slice(count);
  }
  give('21', left);
  return random.shuffled(wedded);
};

export const drawPeople = (makeUp: MakeUp, random: Random): Person[] => {
  const ages = makeUp.ages.flatMap(([from, to, count]) => Array.from({ length: count }, () => from + random.below(to - from + 1)));
  const sexes = random.shuffled(makeUp.sex.flatMap(([sex, count]) => Array.from({ length: count }, () => sex)));
  return wed(ages.map((age, i) => ({ age, sex: sexes[i] ?? '2' })), new Map(makeUp.marital), random);
};
