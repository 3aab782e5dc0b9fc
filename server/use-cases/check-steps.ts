/** The steps of a run over the whole register, each a page at a time. */
import { isErased } from '../../workflows/kit/erased.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { readAct, readChange } from '../../workflows/office/checks/acts.ts';
import type { GroupRule } from '../../workflows/office/checks/rule.ts';
import { actRules, changeRules, claimRules, entryRules, groupRules } from '../../workflows/office/checks/rules.ts';
import { findMany, findOne } from '../../workflows/office/checks/run.ts';
import { dayOf, startOf } from '../../workflows/office/working-days.ts';
import { foundBy } from '../found-by.ts';
import { findNextVillage, readAnswers, readLive } from '../store/check-answers.ts';
import { keyExpression } from '../store/check-keys.ts';
import { entryOf, readGroups, readHomes, readRows, writeIndexes } from '../store/check-rows.ts';
import { toStored } from '../store/case-rows.ts';
import type { FoundRow } from '../store/findings-write.ts';
import type { Row } from '../store/register-rows.ts';
import { checkEntries, checkGroups, foundRow } from './check-entries.ts';
import { checkGround } from './check-ground.ts';
import { checkMeans } from './check-means.ts';
import type { Work } from './work.ts';

/** `at`: the office's time of the run; `since`: the day up to which it looks back at what was done. */
export type RunTime = { readonly at: Instant; readonly since: string };
/** `next`: where the step goes on; null where it is done. `seen`: entries looked at. */
export type Page = { readonly found: readonly FoundRow[]; readonly next: string | null; readonly seen: number };
export type Step = (work: Work, time: RunTime, after: string) => Promise<Page>;

const ENTRIES = 2_000;
const GROUPS = 500;
const CLAIMS = 500;
const isOfHome = ({ id }: GroupRule): boolean => keyExpression(id) === 'household';

const unindexed = (row: Row): boolean => row['account'] !== null && row['account_index'] === null;

/** Whole households, each entry with its spouse. */
const entries: Step = async (work, { at }, after) => {
  const { tx, office } = work;
  const { rows, last } = await readHomes(tx, office.district, after, ENTRIES);
  const here = new Set(rows.map(({ id }) => id));
  const elsewhere = rows.flatMap(({ spouse }) => (typeof spouse === 'string' && !here.has(spouse) ? [spouse] : []));
  const looked = rows.map((row) => entryOf(office, row));
  const among = [...looked, ...(await readRows(tx, office.district, elsewhere)).map((row) => entryOf(office, row))];
  writeIndexes(tx, office.district, rows.filter(unindexed).map((row) => ({ ...row, ...foundBy(office.keys, entryOf(office, row)) })));
  const found = [...checkEntries(entryRules, looked, among, await checkGround(office, tx, at)), ...checkGroups(groupRules.filter(isOfHome), looked)];
  return { found, next: last, seen: rows.length };
};

const groupsOf = (rule: GroupRule): Step => async ({ tx, office }, _time, after) => {
  const groups = await readGroups(tx, office.district, rule.id, rule.least, after, GROUPS);
  const rows = await readRows(tx, office.district, groups.flatMap(({ ids }) => ids));
  return { found: checkGroups([rule], rows.map((row) => entryOf(office, row))), next: groups.length < GROUPS ? null : (groups.at(-1)?.key ?? null), seen: 0 };
};

const claims = (workflow: Workflow): Step => async ({ tx, office }, _time, after) => {
  const { filed } = workflow;
  const rows = await readLive(tx, office.district, workflow.name, after, CLAIMS);
  const said = rows.flatMap((row) => { const one = toStored(office.keys, office.district, row).case; const given = filed?.(one); return given ? [{ ...given, case: one.id }] : []; });
  const residents = new Map((await readRows(tx, office.district, said.map(({ resident }) => resident))).map((row) => [String(row['id']), entryOf(office, row)]));
  const spouses = new Map((await readRows(tx, office.district, [...residents.values()].flatMap(({ spouse }) => spouse ?? []))).map((row) => [String(row['id']), entryOf(office, row)]));
  const found = said.flatMap(({ case: id, resident, values }) => {
    const entry = residents.get(resident);
    if (!entry) return [];
    const held = (field: string): unknown => (field === 'spouse' ? spouses.get(entry.spouse ?? '')?.idNumber : entry[field as keyof typeof entry]) ?? null;
    const claim = { case: id, resident, unit: entry.unit, values: values.map(({ field, claimed }) => ({ field, claimed: isErased(claimed) ? null : claimed, registered: held(field) as string | null })) };
    return findOne(claimRules, claim).map((finding) => foundRow(finding, () => entry.unit));
  });
  return { found, next: rows.length < CLAIMS ? null : (rows.at(-1)?.id ?? null), seen: 0 };
};

/** One village at a time: what its people answered about its entries. */
const answers = (workflow: Workflow): Step => async ({ tx, office }, { since }, after) => {
  const unit = await findNextVillage(tx, office.district, after);
  const given = workflow.answers;
  if (unit === null || !given) return { found: [], next: null, seen: 0 };
  const events = Object.keys(given);
  const unanswered = Object.entries(workflow.states).filter(([, { on }]) => events.some((event) => event in on)).map(([state]) => state);
  const answered = await readAnswers(tx, office.district, { workflow: workflow.name, unit, since: startOf(since), unanswered, events });
  const days = new Map(answered.map(({ resident, at }) => [resident, dayOf(at)]));
  const acted = (residents: readonly string[]): string => residents.map((one) => days.get(one) ?? '').sort().at(-1) ?? '';
  const hits = [
    ...answered.flatMap((one) => { const change = readChange(given, one); return change ? findOne(changeRules, change) : []; }),
    ...findMany(actRules, answered.map((one) => readAct(given, one))),
  ];
  return { found: hits.map((finding) => foundRow(finding, () => unit, acted(finding.residents))), next: unit, seen: 0 };
};

/** Every step of a run, in order. */
export const stepsOf = (workflows: readonly Workflow[]): readonly Step[] => [
  entries, ...groupRules.filter((rule) => !isOfHome(rule)).map(groupsOf),
  ...workflows.filter(({ filed }) => filed).map(claims), ...workflows.filter((one) => one.answers).map(answers), ...workflows.filter(({ shares }) => shares).map(checkMeans),
];
