/** The log of readings as a file, for those who watch over it; that it was taken is a reading too. */
import { isMisread } from '../../workflows/kit/asked.ts';
import type { ExportBody } from '../../workflows/kit/asked.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { tableOfReads } from '../../workflows/office/read-table.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findReadsBefore, logReads } from '../store/reads.ts';
import type { Read, ReadsQuery } from '../store/reads.ts';
import { askedFor, written } from './export-list.ts';
import type { Exported } from './export-list.ts';
import { mayWatch, readsQueryOf } from './find-reads.ts';

const TOGETHER = 2_000;
async function* pagesOf({ db, district }: Office, query: ReadsQuery): AsyncGenerator<readonly Read[]> {
  for (let before: string | null = null; ;) {
    const rows: Read[] = await findReadsBefore(db, district, query, before, TOGETHER);
    if (rows.length > 0) yield rows;
    if (rows.length < TOGETHER) return;
    before = rows.at(-1)?.id ?? null;
  }
}

export const exportReads = async (office: Office, asker: Asker, lang: Lang, body: ExportBody): Promise<Exported | 'not-yours'> => {
  if (!mayWatch(asker)) return 'not-yours';
  const why = askedFor(body);
  if ('errors' in why) return { ok: false, reason: 'invalid', errors: why.errors };
  const query = readsQueryOf({ ...(body.filter && { filter: body.filter }), ...(body.sort !== undefined && { sort: body.sort }) });
  if (isMisread(query)) return { ok: false, reason: 'unreadable', ...query };
  const table = tableOfReads(office.workflows);
  await logReads(office.db, office.district, { id: asker.id, name: asker.name, posts: asker.seats }, 'reads/export', [query.subject ?? query.person ?? '*'], table.columns.map(({ name }) => name), why.reason);
  return written(office, asker, lang, why, { resource: 'reads', table, pages: pagesOf(office, query) });
};
