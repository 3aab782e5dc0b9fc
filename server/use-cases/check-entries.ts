/** Runs the checks over entries in hand, and makes of what they find what the store writes down. */
import type { Entry } from '../../workflows/office/checks/facts.ts';
import { isChecked } from '../../workflows/office/checks/facts.ts';
import { identityOf } from '../../workflows/office/checks/rule.ts';
import type { EntryRule, Finding, GroupRule } from '../../workflows/office/checks/rule.ts';
import { checks, entryRules, groupRules } from '../../workflows/office/checks/rules.ts';
import { findMany, findOne, seenAmong } from '../../workflows/office/checks/run.ts';
import { hashOf } from '../store/chain.ts';
import type { FoundRow } from '../store/findings-write.ts';
import type { CheckGround } from './check-ground.ts';

const ID_LENGTH = 24;
const levels = new Map(checks.map(({ id, level }) => [id, level]));
const readsOf = new Map<string, readonly string[]>([...entryRules, ...groupRules].map(({ id, reads }) => [id, reads]));

/** `unitOf`: where each of the residents lies; `actedOn` for findings about what was done. */
export const foundRow = (finding: Finding, unitOf: (resident: string) => string | undefined, actedOn: string | null = null): FoundRow => {
  const { rule, unit, residents, field, occasion, params } = finding;
  const units = [...new Set([unit, ...residents.flatMap((one) => unitOf(one) ?? [])])].sort();
  const fields = [...new Set([...(readsOf.get(rule) ?? []), ...(field === null ? [] : [field])])];
  return { id: hashOf(identityOf(finding)).slice(0, ID_LENGTH), rule, level: levels.get(rule) ?? 'error', unit, units, residents, field, fields, occasion, params, acted_on: actedOn };
};

/** The same finding seen from two sides is one. */
const once = (found: readonly FoundRow[]): FoundRow[] => [...new Map(found.map((one) => [one.id, one])).values()];

/** Checks of the entries `looked` at; `among` holds whoever belongs to them too. */
export const checkEntries = (rules: readonly EntryRule[], looked: readonly Entry[], among: readonly Entry[], ground: CheckGround): FoundRow[] => {
  const see = seenAmong(among, ground);
  const units = new Map(among.map(({ id, unit }) => [id, unit]));
  return once(looked.filter(isChecked).flatMap((entry) => findOne(rules, see(entry))).map((finding) => foundRow(finding, (id) => units.get(id))));
};

/** Checks among entries of which everybody who shares a key with one of them is there. */
export const checkGroups = (rules: readonly GroupRule[], entries: readonly Entry[]): FoundRow[] => {
  const units = new Map(entries.map(({ id, unit }) => [id, unit]));
  return once(findMany(rules, entries.filter(isChecked)).map((finding) => foundRow(finding, (id) => units.get(id))));
};
