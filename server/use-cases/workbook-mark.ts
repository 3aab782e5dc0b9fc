/** What proves that a row's locked cells are those the office wrote: a keyed digest in the row itself. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { guarded } from '../../workflows/office/tables.ts';
import type { BookColumn } from '../../workflows/office/workbook/columns.ts';
import type { Cells } from '../../workflows/office/workbook/read-row.ts';
import type { Keys } from '../keys/keys.ts';

/** As a cell comes back: guarded against formulas, without spaces at its ends. */
export const asReturned = (text: string): string => String(guarded(text)).trim();

const digestOf = (key: Keys['index']['key'], columns: readonly BookColumn[], subject: string, cells: Cells): string => {
  const locked = columns.filter(({ kind, key: name }) => kind === 'shown' || (kind === 'hidden' && name !== 'mark')).map(({ key: name }) => asReturned(cells[name] ?? ''));
  return createHmac('sha256', key).update(JSON.stringify([subject, ...locked])).digest('base64url');
};

/** `subject`: whose file it is. */
export const markOf = ({ index }: Pick<Keys, 'index'>, columns: readonly BookColumn[], subject: string, cells: Cells): string => `${index.id}.${digestOf(index.key, columns, subject, cells)}`;

/** Keys that were changed since go on proving what they marked. */
export const isMarked = (keys: Pick<Keys, 'index' | 'lookAgain'>, columns: readonly BookColumn[], subject: string, cells: Cells): boolean => {
  const [id = '', digest = ''] = (cells['mark'] ?? '').split('.');
  if (!keys.index.all.has(id)) keys.lookAgain();
  const key = keys.index.all.get(id);
  if (!key) return false;
  const [given, right] = [Buffer.from(digest), Buffer.from(digestOf(key, columns, subject, cells))];
  return given.length === right.length && timingSafeEqual(given, right);
};
