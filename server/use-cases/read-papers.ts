/** Papers of a case: which somebody may have made of it as it stands, and one of them; on record before it leaves. */
import type { Paper } from '../../workflows/kit/document.ts';
import { papersOf, papersOffered } from '../../workflows/kit/papers.ts';
import type { PaperView } from '../../workflows/kit/papers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import { readingAs } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { inTransaction } from '../store/transaction.ts';
import { personalNames } from './case-view.ts';
import { fieldsHolding } from './fields-holding.ts';
import { findGround, writePaper } from './papers-ground.ts';
import type { Ground, Wanted } from './papers-ground.ts';

/** Null where there is no such case in the asker's units. */
export const findPapers = (office: Office, asker: Asker, workflow: Workflow, id: string): Promise<PaperView[] | null> => inTransaction(office.pool, async (tx) => {
  const ground = await findGround(office, tx, asker, workflow, id);
  return ground && papersOffered(workflow, ground.one, ground.posts);
});

/** `errorsFor`: the sentence at each field that holds one of the characters that cannot be printed. */
export type PaperRead =
  | { readonly ok: true; readonly paper: Paper; readonly version: number; readonly errorsFor: (missing: readonly string[]) => FieldErrors }
  | { readonly ok: false; readonly reason: 'absent' | 'not-offered' };

export const noteReading = (office: Office, asker: Asker, workflow: Workflow, { one, log }: Ground, as: string): Promise<void> => {
  const names = new Set([workflow.list.title, ...[one.data, ...log.map(({ form }) => form)].flatMap((data) => personalNames(workflow, data))]);
  return logReads(office.db, office.district, readingAs(asker, workflow.name), `${workflow.name}/${as}`, [one.id], [...names]);
};

export const readPaper = (office: Office, asker: Asker, workflow: Workflow, id: string, name: string, wanted: Wanted): Promise<PaperRead> => inTransaction(office.pool, async (tx): Promise<PaperRead> => {
  const ground = await findGround(office, tx, asker, workflow, id);
  if (!ground || !workflow.papers?.some((one) => one.name === name)) return { ok: false, reason: 'absent' };
  const kind = papersOf(workflow, ground.one, ground.posts).find((one) => one.name === name);
  if (!kind) return { ok: false, reason: 'not-offered' };
  const paper = await writePaper(office, tx, asker, workflow, ground, kind, wanted);
  await noteReading(office, asker, workflow, ground, 'papers');
  return { ok: true, paper, version: ground.one.version, errorsFor: (missing) => fieldsHolding(workflow, ground, missing) };
});
