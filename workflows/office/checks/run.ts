/** Runs the checks: one thing by one, and whatever shares a key as one group. */
import type { Day } from '../../kit/words.ts';
import type { Unit } from '../units.ts';
import { isChecked } from './facts.ts';
import type { Act, Change, Departure, Entry, FiledClaim, Seen } from './facts.ts';
import { identityOf } from './rule.ts';
import type { Finding, Many, One } from './rule.ts';
import { actRules, changeRules, claimRules, entryRules, groupRules } from './rules.ts';
import { indexUnits } from './unit-index.ts';
import type { UnitIndex } from './unit-index.ts';

export const findOne = <T>(rules: readonly One<T>[], one: T): Finding[] =>
  rules.flatMap((rule) => rule.find(one).map((hit) => ({ rule: rule.id, ...hit })));

/** What one group of a rule comes to. */
export const judgeGroup = <T>(rule: Many<T>, group: readonly T[]): Finding[] =>
  (group.length < rule.least ? [] : rule.judge(group).map((hit) => ({ rule: rule.id, ...hit })));

/** Groups of a stream that comes in the order of its keys, one held at a time. */
export function* groupsOf<T>(sorted: Iterable<readonly [key: string, one: T]>): Generator<T[]> {
  let [key, group]: [string | null, T[]] = [null, []];
  for (const [next, one] of sorted) {
    if (next !== key && group.length > 0) yield group;
    if (next === key) group.push(one);
    else [key, group] = [next, [one]];
  }
  if (group.length > 0) yield group;
}

const sortedBy = <T>(items: readonly T[], keyOf: (one: T) => string | null): (readonly [string, T])[] =>
  items.flatMap((one): [string, T][] => { const key = keyOf(one); return key === null ? [] : [[key, one]]; }).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Groups the items by the key of each rule. */
export const findMany = <T>(rules: readonly Many<T>[], items: readonly T[]): Finding[] =>
  rules.flatMap((rule) => [...groupsOf(sortedBy(items, rule.keyOf))].flatMap((group) => judgeGroup(rule, group)));

/** The register, and what else is known; what is left out is as if nothing of the kind had happened. */
export type Material = {
  readonly entries: readonly Entry[];
  readonly units: readonly Unit[];
  readonly today: Day;
  readonly demo?: boolean;
  readonly departures?: ReadonlyMap<string, Departure>;
  readonly changes?: readonly Change[];
  readonly acts?: readonly Act[];
  readonly claims?: readonly FiledClaim[];
};

/** Puts beside each entry what belongs to it, as far as it is among the entries. */
export const seenAmong = (entries: readonly Entry[], { units, today, demo, departures }: { units: UnitIndex; today: Day; demo: boolean; departures?: Material['departures'] }): ((entry: Entry) => Seen) => {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const homes = Map.groupBy(entries.filter(isChecked), ({ household }) => household);
  return (entry) => ({
    entry, today, demo, units,
    spouse: byId.get(entry.spouse ?? '') ?? null,
    members: homes.get(entry.household) ?? [entry],
    departure: departures?.get(entry.id) ?? null,
  });
};

/** All findings, each once. */
export const runChecks = (material: Material): Finding[] => {
  const entries = material.entries.filter(isChecked);
  const { units, today, demo = false, departures } = material;
  const see = seenAmong(material.entries, { units: indexUnits(units), today, demo, departures });
  const found = [
    ...entries.flatMap((entry) => findOne(entryRules, see(entry))),
    ...findMany(groupRules, entries),
    ...(material.changes ?? []).flatMap((one) => findOne(changeRules, one)),
    ...(material.claims ?? []).flatMap((one) => findOne(claimRules, one)),
    ...findMany(actRules, material.acts ?? []),
  ];
  return [...new Map(found.map((one) => [identityOf(one), one])).values()];
};
