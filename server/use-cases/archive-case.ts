/** The whole file of a case for the archive: its papers in order, what was attached, its log, and the catalogue entry; on record before it leaves. */
import { isUnseen } from '../../workflows/kit/blind.ts';
import { titleOf } from '../../workflows/kit/describe.ts';
import type { Paper } from '../../workflows/kit/document.ts';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import { archiveOffered, papersOf } from '../../workflows/kit/papers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { FieldErrors, Text } from '../../workflows/kit/words.ts';
import { catalogueData, cataloguePaper } from '../archive/catalogue.ts';
import type { Filed, Item } from '../archive/catalogue.ts';
import { packArchive } from '../archive/package.ts';
import type { Entry, Packed } from '../archive/package.ts';
import type { Asker } from '../asker.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { Office } from '../office.ts';
import { findAttached } from '../store/files.ts';
import type { Attached } from '../store/files.ts';
import { toChained } from '../store/log-rows.ts';
import { inTransaction } from '../store/transaction.ts';
import { isShown } from './case-view.ts';
import { fieldsHolding } from './fields-holding.ts';
import { bytesOf } from './kept-files.ts';
import { findGround, writePaper } from './papers-ground.ts';
import type { Ground, Wanted } from './papers-ground.ts';
import { noteReading } from './read-papers.ts';

export type Archived =
  | { readonly ok: true; readonly bytes: AsyncGenerator<Uint8Array> }
  | { readonly ok: false; readonly reason: 'absent' | 'not-offered' }
  | { readonly ok: false; readonly reason: 'not-printable'; readonly characters: readonly string[]; readonly errors: FieldErrors };

type Written = { readonly path: string; readonly title: Text; readonly paper: Paper };
type Attachment = Item & { readonly file: Attached };
type Gathered = { readonly ground: Ground; readonly filed: Filed; readonly papers: readonly Written[]; readonly attached: readonly Attachment[] };

const LOG: Item = { path: 'log.jsonl', title: { zh: '办理日志', en: 'Log' } };
const CATALOGUE = 'catalogue.json';
const COVER: Item = { path: '00-catalogue.pdf', title: { zh: '归档文件目录', en: 'Catalogue' } };
const numbered = (n: number): string => String(n).padStart(2, '0');

/** Names that people gave may tell of somebody: in the archive a file goes by its field. */
const attachmentOf = (labels: ReadonlyMap<string, Text>) => (file: Attached, i: number): Attachment => {
  const label = labels.get(file.field) ?? { zh: file.field, en: file.field };
  return { file, path: `attachments/${numbered(i + 1)}-${file.field}.${file.name.split('.').at(-1) ?? 'bin'}`, title: { zh: `附件：${label.zh}（第${file.version}步）`, en: `Attached: ${label.en} (step ${file.version})` } };
};

const gather = (office: Office, asker: Asker, workflow: Workflow, id: string, wanted: Wanted): Promise<Gathered | 'absent' | 'not-offered'> => inTransaction(office.pool, async (tx) => {
  const ground = await findGround(office, tx, asker, workflow, id);
  if (!ground) return 'absent';
  const { one, posts, unit, town } = ground;
  if (!archiveOffered(workflow, one, posts)) return 'not-offered';
  const papers: Written[] = [];
  for (const [i, kind] of papersOf(workflow, one, posts).entries()) papers.push({ path: `${numbered(i + 1)}-${kind.name}.pdf`, title: kind.title, paper: await writePaper(office, tx, asker, workflow, ground, kind, wanted) });
  const labels = new Map(Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form))).map(({ name, label }) => [name, label]));
  const files = (await findAttached(tx.db, office, id, null)).filter((file) => isShown(workflow, asker, one.unit, file.field) && !isUnseen(workflow, one, file, asker.id));
  await noteReading(office, asker, workflow, ground, 'archive');
  return { ground, filed: { workflow, one, title: titleOf(workflow, one), unit, town, by: asker.name, at: asker.at }, papers, attached: files.map(attachmentOf(labels)) };
});

/** What the chain says of each row, with its words as the reader may see them. */
const logLines = ({ rows, log }: Ground): string =>
  rows.map((row, i) => `${JSON.stringify({ ...toChained(row), prevHash: row.prev_hash, hash: row.hash, data: log[i]?.form ?? {} })}\n`).join('');

const itemsOf = ({ papers, attached }: Gathered): Item[] => [COVER, ...papers, ...attached, LOG].map(({ path, title }) => ({ path, title }));

async function* entriesOf(office: Office, gathered: Gathered, set: readonly { readonly path: string; readonly bytes: Uint8Array }[], packed: readonly Packed[]): AsyncGenerator<Entry> {
  const { ground, filed, attached } = gathered;
  for (const { path, bytes } of set) yield { path, bytes: [bytes] };
  for (const { path, file } of attached) yield { path, bytes: bytesOf(office, file.content, 'whole') };
  yield { path: LOG.path, bytes: [Buffer.from(logLines(ground))], text: true };
  const data = catalogueData(filed, itemsOf(gathered), packed, { rows: ground.rows.length, head: ground.rows.at(-1)?.hash ?? '' });
  yield { path: CATALOGUE, bytes: [Buffer.from(`${JSON.stringify(data, null, 2)}\n`)], text: true };
}

/** Papers are set before the first byte leaves: one that cannot be printed stops the whole. */
export const archiveCase = async (office: Office, asker: Asker, workflow: Workflow, id: string, wanted: Wanted): Promise<Archived> => {
  const gathered = await gather(office, asker, workflow, id, wanted);
  if (typeof gathered === 'string') return { ok: false, reason: gathered };
  const set: { path: string; bytes: Uint8Array }[] = [];
  for (const { path, paper } of [{ ...COVER, paper: cataloguePaper(gathered.filed, itemsOf(gathered), wanted.lang) }, ...gathered.papers]) {
    const made = await makeDocument({ paper, format: 'pdf' });
    if (!made.ok) return { ok: false, reason: 'not-printable', characters: made.missing, errors: fieldsHolding(workflow, gathered.ground, made.missing) };
    set.push({ path, bytes: made.bytes });
  }
  return { ok: true, bytes: packArchive((packed) => entriesOf(office, gathered, set, packed)) };
};
