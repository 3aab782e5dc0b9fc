/** The checks of the register over the mock's arrays: made anew whenever somebody asks, put aside with a reason. */
import { createHash } from 'node:crypto';
import type { Query } from '../workflows/kit/words.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { readAct, readChange } from '../workflows/office/checks/acts.ts';
import { identityOf, type Finding } from '../workflows/office/checks/rule.ts';
import { checks, entryRules, groupRules } from '../workflows/office/checks/rules.ts';
import { runChecks } from '../workflows/office/checks/run.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import type { Store } from './store.ts';

const levels = new Map(checks.map(({ id, level }) => [id, level]));
const reads = new Map<string, readonly string[]>([...entryRules, ...groupRules].map((rule) => [rule.id, rule.reads]));
const idOf = (finding: Finding): string => createHash('sha256').update(identityOf(finding)).digest('hex').slice(0, 24);

/** Answers that stand: the last of each case that is not asked anew. */
const answered = (store: Store, workflows: readonly Workflow[]) => workflows.flatMap(({ name, states, answers = {} }) => store.cases.filter((one) => one.workflow === name).flatMap((one) => {
  const events = Object.keys(answers);
  const row = events.some((event) => event in (states[one.state]?.on ?? {})) ? undefined : store.log.findLast((entry) => entry.case === one.id && events.includes(entry.type));
  return row ? [{ answers, given: { resident: one.subject ?? '', unit: one.unit, person: row.by, at: row.at, type: row.type, form: row.form, patch: row.patch } }] : [];
}));

/** All findings of now, each with its state; without workflows those of the register alone. */
export const findingsIn = (store: Store, workflows: readonly Workflow[] = []) => {
  const given = answered(store, workflows);
  const found = runChecks({
    entries: store.residents, units: store.units, today: dayOf(store.now), demo: true,
    acts: given.map((one) => readAct(one.answers, one.given)), changes: given.flatMap((one) => readChange(one.answers, one.given) ?? []),
  });
  const units = new Map(store.residents.map(({ id, unit }) => [id, unit]));
  return found.map((finding) => {
    const id = idOf(finding);
    const aside = store.asides.find((one) => one.finding === id);
    return {
      ...finding, id, level: levels.get(finding.rule) ?? 'error', units: [...new Set([finding.unit, ...finding.residents.flatMap((one) => units.get(one) ?? [])])],
      fields: [...new Set([...(reads.get(finding.rule) ?? []), ...(finding.field ? [finding.field] : [])])],
      state: aside ? 'suppressed' : 'open', foundAt: store.now, aside: aside ?? null,
    };
  });
};
export type MockFinding = ReturnType<typeof findingsIn>[number];

/** Open findings of a level about the subjects of a parent's cases, but those that such a case is about to mend. */
export const countFindings = (store: Store, { level, parent, mending }: Extract<Query, { ask: 'findings' }>): number => {
  const children = store.cases.filter((one) => one.parent === parent);
  return findingsIn(store).filter((finding) => {
    const about = children.filter(({ subject }) => subject !== null && finding.residents.includes(subject));
    const mended = about.some(({ state, data }) => mending?.states.includes(state) && finding.fields.some((field) => field in ((data[mending.by] ?? {}) as object)));
    return finding.state === 'open' && finding.level === level && about.length > 0 && !mended;
  }).length;
};
