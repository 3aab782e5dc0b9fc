/** When entries change their findings are renewed with them, and those of everybody whom the change may concern. */
import type { Instant } from '../../workflows/kit/words.ts';
import type { Entry } from '../../workflows/office/checks/facts.ts';
import type { EntryRule, GroupRule } from '../../workflows/office/checks/rule.ts';
import { entryRules, groupRules } from '../../workflows/office/checks/rules.ts';
import { entryOf, readKin, readRows, readSharing } from '../store/check-rows.ts';
import { dropFindings, lockChecks, writeFindings } from '../store/findings-write.ts';
import type { FoundRow } from '../store/findings-write.ts';
import type { ChangedEntry } from '../store/register.ts';
import type { Row } from '../store/register-rows.ts';
import { checkEntries, checkGroups } from './check-entries.ts';
import { checkGround } from './check-ground.ts';
import type { Work } from './work.ts';

/** What every rule is given beside the fields it says it reads. */
const ALWAYS = ['unit', 'status'];
const idOf = (row: Row): string => String(row['id']);

/** Rules that may answer otherwise now. */
const touched = <R extends EntryRule | GroupRule>(rules: readonly R[], fields: readonly string[]): R[] =>
  rules.filter(({ reads }) => fields.some((field) => ALWAYS.includes(field) || (reads as readonly string[]).includes(field)));

const write = ({ tx, office: { district } }: Work, at: Instant, rules: readonly { readonly id: string }[], residents: readonly string[], found: readonly FoundRow[]): void => {
  writeFindings(tx, district, at, found);
  dropFindings(tx, district, at, rules.map(({ id }) => id), residents, found.map(({ id }) => id));
};

const unique = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [idOf(row), row])).values()];

/** Looks again at the changed, at their households, and at those who name one of them as spouse. */
const renewKin = async (work: Work, rules: readonly EntryRule[], changed: readonly ChangedEntry[], at: Instant): Promise<void> => {
  const { tx, office } = work;
  const homes = (rows: readonly Row[]): string[] => [...new Set(rows.map((row) => String(row['household'])))];
  const looked = await readKin(tx, office.district, homes(changed.flatMap(({ before, after }) => [before, after])), changed.map(({ after }) => idOf(after)));
  // Of whoever names a changed one from elsewhere, the household too; of everybody the spouse.
  const around = await readKin(tx, office.district, homes(looked), []);
  const spouses = await readRows(tx, office.district, looked.flatMap(({ spouse }) => (typeof spouse === 'string' ? [spouse] : [])));
  const entry = (row: Row): Entry => entryOf(office, row);
  const found = checkEntries(rules, looked.map(entry), unique([...around, ...spouses, ...looked]).map(entry), await checkGround(office, tx, at));
  write(work, at, rules, looked.map(idOf), found);
};

/** Looks again at the groups the changed have left and those they have joined. */
const renewGroups = async (work: Work, rule: GroupRule, changed: readonly ChangedEntry[], at: Instant): Promise<void> => {
  const { tx, office } = work;
  const rows = await readSharing(tx, office.district, rule.id, changed.flatMap(({ before, after }) => [before, after]));
  const found = checkGroups([rule], rows.map((row) => entryOf(office, row)));
  write(work, at, [rule], [...new Set([...rows, ...changed.map(({ after }) => after)].map(idOf))], found);
};

/** In the transaction of the change. Where the past of a made-up town is replayed a whole run follows instead. */
export const renewFindings = async (work: Work, all: readonly ChangedEntry[], at: Instant): Promise<void> => {
  const changed = all.filter(({ register }) => register === 'residents');
  if (changed.length === 0 || work.remembered) return;
  const { tx, office } = work;
  const fields = [...new Set(changed.flatMap((one) => one.fields))];
  const own = touched(entryRules.filter(({ kin }) => !kin), fields);
  const kin = touched(entryRules.filter((rule) => rule.kin), fields);
  const groups = touched(groupRules, fields);
  if (own.length + kin.length + groups.length === 0) return;
  lockChecks(tx, office.district, 'saving');
  const entries = changed.map(({ after }) => entryOf(office, after));
  write(work, at, own, entries.map(({ id }) => id), checkEntries(own, entries, entries, await checkGround(office, tx, at)));
  if (kin.length > 0) await renewKin(work, kin, changed, at);
  for (const rule of groups) await renewGroups(work, rule, changed, at);
};
