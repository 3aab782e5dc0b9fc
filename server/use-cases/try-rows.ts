/** What rows would come to, tried out to the end and taken back: the verdicts are those of the real thing. */
import { setImmediate as turn } from 'node:timers/promises';
import { faultsAt } from '../../workflows/office/workbook/read-row.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { inSavepoint } from '../store/transaction.ts';
import type { CheckedRow } from '../store/workbooks.ts';
import { inWork } from './in-work.ts';
import { cellFault } from './judge-line.ts';
import type { ReadBook } from './read-workbook.ts';
import { sendUnseen } from './send-events.ts';
import type { Unseen } from './send-events.ts';
import type { Ground } from './workbook-ground.ts';

/** Held together for a moment: others who work on them wait no longer than for these. */
const TOGETHER = 50;

const verdict = (book: ReadBook, { columns }: Ground, row: CheckedRow, refused: Unseen | undefined): CheckedRow => {
  if (refused === 'stale') return { ...row, kind: 'conflict', why: ['moved-on'] };
  if (!refused || refused.done) return row;
  if (refused.reason === 'invalid') return { ...row, kind: 'fault', faults: faultsAt(book.place, columns, row.event ?? '', row.shown, refused.errors).map((fault) => cellFault(book, fault)) };
  return { ...row, kind: 'conflict', why: refused.reason === 'blocked' ? refused.why : [refused.reason] };
};

const tryOut = (office: Office, asker: Asker, book: ReadBook, rows: readonly CheckedRow[]): Promise<Unseen[]> => inWork(office, (work) => inSavepoint(work.tx, 0, async () => ({
  keep: false,
  value: await sendUnseen(work, rows.map(({ caseId, event, data, version }) => ({ asker, workflow: book.place.items, caseId: caseId ?? '', opening: false, body: { id: 'workbook.trial', type: event, data, version } }))),
})));

export const tryRows = async (office: Office, asker: Asker, book: ReadBook, ground: Ground, rows: readonly CheckedRow[]): Promise<CheckedRow[]> => {
  const tried: CheckedRow[] = [];
  for (let n = 0; n < rows.length; n += TOGETHER) {
    const some = rows.slice(n, n + TOGETHER);
    const refused = await tryOut(office, asker, book, some);
    tried.push(...some.map((row, i) => verdict(book, ground, row, refused[i])));
    await turn();
  }
  return tried;
};
