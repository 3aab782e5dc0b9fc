/** The report of a case in the mock: the same figures and words; papers are set by the server alone. */
import { isUnseen } from '../workflows/kit/blind.ts';
import { frozenOf, questionOf, snapshotOf } from '../workflows/kit/report.ts';
import { viewReport, type ReportView } from '../workflows/kit/report-view.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Figures } from '../workflows/kit/words.ts';
import { answer } from './facts.ts';
import type { Mock } from './office.ts';

/** Null where there is no report, or no such round. */
export const reportIn = ({ store, workflows }: Mock, workflow: Workflow, one: Case, reader: string, round: unknown): ReportView | null => {
  const { report, states } = workflow;
  if (!report) return null;
  const frozen = frozenOf(one);
  const wanted = round === undefined ? (states[one.state]?.tags?.includes('end') ? one.memory.round : null) : Number(round);
  const signed = frozen.find((each) => each.round === wanted);
  if (round !== undefined && !signed) return null;
  return viewReport({
    report, one, frozen, units: store.units, people: (name) => workflows.get(name)?.subject !== undefined,
    snapshot: signed ?? snapshotOf(report, one, answer(store, workflows, questionOf(report, one)) as Figures, store.now),
    log: store.log.filter((row) => row.case === one.id).map(({ version, type, from, at, by, name, post, form, behalf = null }) => ({ version, type, from, at, name, behalf, post: post.post, form: isUnseen(workflow, one, { version, type, from, by }, reader) ? {} : form })),
  });
};
