/** The rows of an export, page after page by the cursor; each page is written into the log of readings before it goes on. */
import { isMisread } from '../../workflows/kit/asked.ts';
import type { Misread } from '../../workflows/kit/asked.ts';
import { signaturesOf } from '../../workflows/kit/sitting.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, Register } from '../../workflows/kit/words.ts';
import type { Signer } from '../../workflows/office/tables.ts';
import { readingAs } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findCasePage } from '../store/find-cases.ts';
import { logReads } from '../store/reads.ts';
import { findInOrder } from '../store/register-find.ts';
import { findSigners } from '../store/signers.ts';
import { listView } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { caseQueryOf, sortedBy } from './find-cases.ts';
import { registerQueryOf, inList } from './find-register.ts';

const TOGETHER = 500;

type Rows<Row> = AsyncGenerator<readonly Row[]>;
type Wish = { readonly asker: Asker; readonly reason: string; readonly fields: readonly string[]; readonly asked: RawList };
type SignedView = CaseView & { readonly signedBy: Signer | null };
const NO_OFFERS = { offers: [], blocked: [] };

const log = ({ db, district }: Office, { asker, reason, fields }: Wish, resource: string, rows: readonly { readonly id: string }[]): Promise<void> =>
  logReads(db, district, readingAs(asker, resource), `${resource}/export`, rows.map(({ id }) => id), fields, reason);

export const entriesFor = async (office: Office, wish: Wish, register: Register): Promise<Rows<Data> | Misread> => {
  const query = await registerQueryOf(office, wish.asker, register, wish.asked, true);
  return isMisread(query) ? query : (async function* pages(): Rows<Data> {
    for (let after = query.after; ;) {
      const rows = (await findInOrder(office.db, office.district, { ...query, offset: 0, limit: TOGETHER, after })).map((row) => inList(register, row));
      await log(office, wish, register, rows);
      if (rows.length > 0) yield rows;
      const last = rows.length === TOGETHER ? rows.at(-1) : undefined;
      if (!last) return;
      const value = last[query.sort.field];
      after = [typeof value === 'string' ? value : null, last.id];
    }
  })();
};

export const casesFor = async (office: Office, wish: Wish, workflow: Workflow): Promise<Rows<SignedView> | Misread> => {
  const query = await caseQueryOf(office, wish.asker, workflow, wish.asked, true);
  return isMisread(query) ? query : (async function* pages(): Rows<SignedView> {
    for (let after = query.after; ;) {
      const found = await findCasePage(office.db, { keys: office.keys, district: office.district }, { ...query, offset: 0, limit: TOGETHER, after });
      const signers = await findSigners(office.db, office.district, found.map(({ case: one }) => one.id), signaturesOf(workflow));
      const rows = found.map(({ case: one }) => ({ ...listView(workflow, one, NO_OFFERS), signedBy: signers.get(one.id) ?? null }));
      await log(office, wish, workflow.name, rows);
      if (rows.length > 0) yield rows;
      const last = rows.length === TOGETHER ? rows.at(-1) : undefined;
      if (!last) return;
      after = [sortedBy(query.sort.field, last), last.id];
    }
  })();
};
