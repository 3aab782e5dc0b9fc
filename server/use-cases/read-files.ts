/** Files as those may read them who may read the case that names them, or who brought them; every reading is on record before the first byte. */
import { isUnseen } from '../../workflows/kit/blind.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findAttached, findOwnFile } from '../store/files.ts';
import type { Attached, FileRow } from '../store/files.ts';
import { dropOwnFile } from '../store/files-sweep.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { fileView } from './bring-file.ts';
import type { FileView } from './bring-file.ts';
import { isShown } from './case-view.ts';
import { bytesOf } from './kept-files.ts';

export type Part = 'whole' | 'thumbnail';
export type Opened = FileView & { readonly part: Part; readonly stream: AsyncGenerator<Buffer> };
export type AttachedView = FileView & { readonly field: string; readonly version: number };

const note = ({ db, district }: Office, reader: ReturnType<typeof readingAs>, resource: string, id: string, fields: readonly string[]): Promise<void> =>
  logReads(db, district, reader, resource, [id], [...new Set(fields)]);

/** Begun before anything is answered: an object that is not there is an error, not half a file. */
const begun = async (stream: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> => {
  const first = await stream.next();
  return (async function* () {
    if (first.done) return;
    try {
      yield first.value;
      yield* stream;
    } finally {
      await stream.return(undefined);
    }
  })();
};

const opened = async (office: Office, file: FileRow, part: Part): Promise<Opened | null> =>
  (part === 'thumbnail' && !file.content.thumbnail ? null : { ...fileView(file), part, stream: await begun(bytesOf(office, file.content, part)) });

/** Those of a case that the asker may see: as many as of its other fields, and none of a mark that is unseen. Null where the case is not in the asker's units. */
const shownOf = async (office: Office, asker: Asker, workflow: Workflow, caseId: string, file: string | null): Promise<Attached[] | null> => {
  const { db, keys, district } = office;
  const stored = await findCaseRow(db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), caseId);
  if (!stored) return null;
  return (await findAttached(db, { keys, district }, caseId, file)).filter((one) => isShown(workflow, asker, stored.case.unit, one.field) && !isUnseen(workflow, stored.case, one, asker.id));
};

export const findFilesOf = async (office: Office, asker: Asker, workflow: Workflow, caseId: string): Promise<AttachedView[] | null> => {
  const shown = await shownOf(office, asker, workflow, caseId, null);
  if (!shown || shown.length === 0) return shown && [];
  await note(office, readingAs(asker, workflow.name), `${workflow.name}/files`, caseId, shown.map(({ field }) => field));
  return shown.map((one) => ({ ...fileView(one), field: one.field, version: one.version }));
};

export const openAttached = async (office: Office, asker: Asker, workflow: Workflow, caseId: string, file: string, part: Part): Promise<Opened | null> => {
  const shown = (await shownOf(office, asker, workflow, caseId, file)) ?? [];
  const [one] = shown;
  if (!one) return null;
  await note(office, readingAs(asker, workflow.name), `${workflow.name}/files`, caseId, shown.map(({ field }) => field));
  return opened(office, one, part);
};

/** A file of one's own, sent or not. */
export const findMyFile = async ({ db, keys, district }: Office, asker: Asker, id: string): Promise<FileView | null> => {
  const own = await findOwnFile(db, { keys, district }, asker.id, id);
  return own && fileView(own);
};

export const openMyFile = async (office: Office, asker: Asker, id: string, part: Part): Promise<Opened | null> => {
  const { db, keys, district } = office;
  const own = await findOwnFile(db, { keys, district }, asker.id, id);
  if (!own) return null;
  await note(office, { id: asker.id, name: asker.name, posts: asker.seats }, 'files', id, []);
  return opened(office, own, part);
};

/** Only what no event has named; the content goes with the next sweep. */
export const takeBack = ({ db, district }: Office, asker: Asker, id: string): Promise<boolean> => dropOwnFile(db, district, asker.id, id);
