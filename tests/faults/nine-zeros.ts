/** Nine counts over what was acknowledged and what the database holds; each must be zero. */
import { isDeepStrictEqual } from 'node:util';
import { toStored } from '../../server/store/case-rows.ts';
import type { CaseRow } from '../../server/store/case-rows.ts';
import { toRow } from '../../server/store/log-rows.ts';
import type { LogRow } from '../../server/store/log-rows.ts';
import { getWorkflow } from '../../workflows/index.ts';
import { advance, bornRow } from '../../workflows/kit/advance.ts';
import type { Row } from '../../workflows/kit/advance.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Effect } from '../../workflows/kit/words.ts';
import type { Write } from './journal.ts';
import type { Job, Snapshot } from './snapshot.ts';

export const ZEROS = ['acknowledged but lost', 'done twice', 'gaps in versions', 'not refolding', 'broken hashes', 'missing jobs', 'jobs twice', 'ledger not balanced', 'without final answer'] as const;
export type Zero = (typeof ZEROS)[number];
/** What was looked at, and what was found of it, a line each. */
export type Findings = Readonly<Record<Zero, { readonly of: number; readonly found: readonly string[] }>>;

type Step = { readonly row: Row; readonly log: LogRow; readonly after: Case };
type Folded = { readonly stored: CaseRow; readonly steps: readonly Step[]; readonly end: Case | null; readonly trouble: string | null };

const twice = (groups: ReadonlyMap<string, readonly unknown[]>): string[] => [...groups].filter(([, all]) => all.length > 1).map(([key]) => key);

const fold = ({ keys, district }: Snapshot, stored: CaseRow, rows: readonly LogRow[]): Folded => {
  const where = { keys, district };
  const steps: Step[] = [];
  let end: Case | null = null;
  try {
    const { case: standing, birth } = toStored(keys, district, stored);
    const workflow = getWorkflow(stored.workflow);
    const born = { id: stored.id, unit: stored.unit, parent: stored.parent };
    if (birth) end = advance(workflow, null, born, bornRow(workflow, birth.at, birth.data));
    for (const log of rows) {
      const row = toRow(where, log);
      end = advance(workflow, end, born, row);
      steps.push({ row, log, after: end });
    }
    // As JSON: what is undefined in memory is absent in the store.
    const same = isDeepStrictEqual(JSON.parse(JSON.stringify(end)), JSON.parse(JSON.stringify(standing)));
    return { stored, steps, end, trouble: same ? null : 'the case is not what its log says' };
  } catch (error) {
    return { stored, steps, end, trouble: error instanceof Error ? error.message : String(error) };
  }
};

/** What the accepted event set off, asked of the workflow anew. */
const effectsOf = (workflow: Workflow, { row, log, after }: Step): Effect[] => {
  const arrow = row.from === null ? workflow.open : workflow.states[row.from]?.on[row.type];
  const actor = { id: row.by, name: log.actor_name, posts: [row.post] };
  return (arrow?.ways[row.way]?.do ?? []).flatMap((name) => workflow.effects[name]?.({ case: after, form: row.form, at: row.at, actor, facts: {} }) ?? []);
};

const jobKey = ({ case_id, version, what }: Job): string => `${case_id}@${version} ${what}`;

const gapsOf = ({ stored, steps }: Folded): boolean => {
  const first = stored.birth ? 2 : 1;
  return stored.version !== first + steps.length - 1 || steps.some(({ log }, i) => log.version !== first + i);
};

/** Rows of the log that were there before the load began have no jobs and no answers: `old` tells them. */
export const nineZeros = (snapshot: Snapshot, acknowledged: readonly Write[], old: (row: LogRow) => boolean): Findings => {
  const rowsOf = Map.groupBy(snapshot.log, ({ case_id }) => case_id);
  const folded = snapshot.cases.map((one) => fold(snapshot, one, rowsOf.get(one.id) ?? []));
  const news = folded.flatMap(({ stored, steps }) => steps.filter(({ log }) => !old(log)).map((step) => ({ stored, step, effects: effectsOf(getWorkflow(stored.workflow), step) })));
  const versions = new Map(snapshot.cases.map(({ id, version }) => [id, version]));

  const events = Map.groupBy(snapshot.log, ({ actor, case_id, event_id }) => `${actor} ${case_id} ${event_id}`);
  const keyOf = ({ person, caseId, eventId }: Write): string => `${person} ${caseId} ${eventId}`;
  const isLost = (write: Write): boolean => !events.has(keyOf(write)) || (versions.get(write.caseId) ?? 0) < (write.answer?.version ?? 0);

  const jobs = Map.groupBy(snapshot.jobs, jobKey);
  const told = news.flatMap(({ step: { log }, effects }) => effects.flatMap((effect) => (effect.type === 'tell' ? [jobKey({ case_id: log.case_id, version: log.version, what: effect.what })] : [])));
  const toldOf = new Set(told);

  const postings = Map.groupBy(snapshot.ledger, ({ case_id, step }) => `${case_id} ${step}`);
  const unbalanced = [...postings].filter(([, entries]) => entries.reduce((sum, { fen }) => sum + Number(fen), 0) !== 0).map(([key]) => key);

  const answers = new Map(snapshot.answered.map((one) => [`${one.person} ${one.case_id} ${one.event_id}`, one]));
  const unanswered = acknowledged.map(keyOf).filter((key) => !answers.has(key));
  const halfAnswered = [...answers].filter(([key, { status, answer }]) => (status !== 200 && status !== 201) || answer?.id === undefined || answer.version === undefined || !events.has(key)).map(([key]) => key);

  const posted = news.flatMap(({ step: { log }, effects }) => effects.flatMap((effect) => (effect.type === 'post' ? [`${log.case_id} ${effect.step}`] : [])));
  const counted = (of: number, ...found: readonly (readonly string[])[]) => ({ of, found: found.flat() });

  return {
    'acknowledged but lost': counted(acknowledged.length, acknowledged.filter(isLost).map(keyOf)),
    'done twice': counted(events.size, twice(events)),
    'gaps in versions': counted(folded.length, folded.filter(gapsOf).map(({ stored }) => stored.id)),
    'not refolding': counted(folded.length, folded.flatMap(({ stored, trouble }) => (trouble ? [`${stored.id}: ${trouble}`] : []))),
    'broken hashes': counted(snapshot.log.length, snapshot.broken.map(({ what, caseId, version }) => `${caseId}@${version} ${what}`)),
    'missing jobs': counted(told.length, told.filter((key) => !jobs.has(key))),
    'jobs twice': counted(jobs.size, twice(jobs), [...jobs.keys()].filter((key) => !toldOf.has(key)).map((key) => `${key}: of no event`)),
    'ledger not balanced': counted(postings.size, unbalanced, posted.filter((key) => !postings.has(key)).map((key) => `${key}: not posted`)),
    'without final answer': counted(answers.size, unanswered, halfAnswered),
  };
};
