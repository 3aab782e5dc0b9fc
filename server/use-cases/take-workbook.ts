/** The desk taken home: the records that still wait, as a workbook to be filled in without a connection. */
import { z } from 'zod';
import { pendingOf } from '../../workflows/kit/desk.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors, Lang } from '../../workflows/kit/words.ts';
import { isReason, marksOf, reasonError } from '../../workflows/office/tables.ts';
import type { Cells } from '../../workflows/office/workbook/read-row.ts';
import { instructionsOf } from '../../workflows/office/workbook/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { writeFormBook } from '../sheets/form-book.ts';
import { logReads } from '../store/reads.ts';
import { namesShown } from './find-register.ts';
import { findGround, findParent, findPlace, wordsOf } from './workbook-ground.ts';
import type { Ground } from './workbook-ground.ts';
import { markOf } from './workbook-mark.ts';

/** `reason` is looked at afterwards, so that what is wrong with it is said at the field. */
export const WorkbookBody = z.strictObject({ reason: z.unknown().optional() });
const LONGEST_REASON = 500;

export type TakenHome =
  | { readonly ok: true; readonly file: string; readonly bytes: AsyncGenerator<Uint8Array> }
  | { readonly ok: false; readonly reason: 'absent' | 'not-yours' | 'nothing-waits' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

/** Whose file it is: the process of its records, and their parent. */
export const subjectOf = (items: string, parent: string): string => `${items}/${parent}`;

const rowsOf = (office: Office, { place, parent, columns, standings }: Ground): { cells: Cells; subject: string }[] => {
  const pending = pendingOf(place);
  const subject = subjectOf(place.items.name, parent.id);
  return [...standings.values()].filter(({ one }) => one.state === pending).map(({ one, entry, subject: about, cells: shown }) => {
    const cells: Cells = { ...shown, case: one.id, version: String(one.version), entry: String(entry) };
    return { subject: about, cells: { ...cells, mark: markOf(office.keys, columns, subject, cells) } };
  });
};

/** The reading is on record before the file leaves. */
export const takeWorkbook = async (office: Office, asker: Asker, lang: Lang, parent: Workflow, id: string, asked: unknown): Promise<TakenHome> => {
  const place = findPlace(office, { parent: parent.name });
  const found = place && (await findParent(office, asker, place, id));
  if (!place || !found) return { ok: false, reason: 'absent' };
  if (!found.mine) return { ok: false, reason: 'not-yours' };
  if (typeof asked !== 'string' || asked.length > LONGEST_REASON || !isReason(asked)) return { ok: false, reason: 'invalid', errors: { reason: reasonError } };
  const ground = await findGround(office, asker, lang, place, found.parent);
  const rows = rowsOf(office, ground);
  if (rows.length === 0) return { ok: false, reason: 'nothing-waits' };
  const reason = asked.trim();
  const register = place.items.subject?.register ?? 'residents';
  await logReads(office.db, office.district, { id: asker.id, name: asker.name, posts: asker.seats }, `${register}/workbook`, rows.map(({ subject }) => subject), namesShown(register, true), reason);
  return {
    ok: true, file: `${place.items.name}-${ground.parent.unit}-${dayOf(asker.at)}.xlsx`,
    bytes: writeFormBook({
      lang, columns: ground.columns, rows: rows.map(({ cells }) => cells), subject: subjectOf(place.items.name, id), instructions: instructionsOf({ place: ground.title, ...wordsOf(place) }),
      marks: marksOf({ person: asker.id, name: asker.name, at: asker.at, reason }, rows.length, lang),
    }),
  };
};
