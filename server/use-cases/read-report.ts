/** The report of a case as the asker may read it: counted now, or as it was signed. */
import { readersOf } from '../../workflows/kit/offers.ts';
import { frozenOf, questionOf, snapshotOf } from '../../workflows/kit/report.ts';
import { viewReport } from '../../workflows/kit/report-view.ts';
import type { ReportView, Signed } from '../../workflows/kit/report-view.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Figures } from '../../workflows/kit/words.ts';
import { readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { answerQueries } from '../store/facts.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { findLog, toRow } from '../store/log-rows.ts';
import { findAllUnits } from '../store/people.ts';
import { logReads } from '../store/reads.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Tx } from '../store/transaction.ts';
import { readingFor } from './reading.ts';
import { unseenBy } from './unseen.ts';

/** More than a case of an office ever sees. */
const LONGEST_LOG = 10_000;

const signedIn = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, one: Case): Promise<Signed[]> => {
  const isUnseen = unseenBy(asker, workflow, one);
  return (await findLog(tx.db, office.district, one.id, LONGEST_LOG, 0)).map((row) => ({
    version: row.version, type: row.type, from: row.from_state, at: row.at.toISOString(), name: row.actor_name, behalf: row.behalf, post: row.post, form: isUnseen(row) ? {} : toRow(office, row).form,
  }));
};

/** At an end, the report is the one that was signed; before it, the figures of now. */
const presentRound = ({ states }: Workflow, { state, memory: { round } }: Case): number | null => (states[state]?.tags?.includes('end') ? round : null);

/** `round`: an earlier one, as it was signed. Null where there is no such case in the asker's units, no report of it, or no such round. */
export const readReport = (office: Office, asker: Asker, workflow: Workflow, id: string, round: number | null): Promise<ReportView | null> => inTransaction(office.pool, async (tx) => {
  const { report } = workflow;
  const { keys, district } = office;
  const stored = report && (await findCaseRow(tx.db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id));
  if (!report || !stored) return null;
  const { case: one } = stored;
  const frozen = frozenOf(one);
  const wanted = round ?? presentRound(workflow, one);
  const signed = frozen.find((each) => each.round === wanted);
  if (round !== null && !signed) return null;
  const [counted] = signed ? [] : await answerQueries(tx, readingFor(office, 'offer'), [questionOf(report, one)], new Set());
  await logReads(tx.db, district, readingAs(asker, workflow.name), `${workflow.name}/report`, [id], []);
  return viewReport({
    report, one, frozen, snapshot: signed ?? snapshotOf(report, one, counted as Figures, asker.at), log: await signedIn(office, tx, asker, workflow, one), units: await findAllUnits(tx.db, district),
    people: (name) => findWorkflow(office, name)?.subject !== undefined,
  });
});
