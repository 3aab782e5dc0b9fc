/** Values of register fields in words: codes by their tables, days as people write them. */
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { labelOf, type CodeName } from '../../workflows/office/codes.ts';
import { dayText } from '../case/standing.ts';
import { messages } from '../i18n/messages.ts';

const tables: Readonly<Record<string, CodeName>> = { sex: 'sex', marital: 'marital', relation: 'relation', ethnic: 'ethnic', idMissingReason: 'idMissing' };
const days = new Set(['birthDate', 'marriageDate', 'lastVerified']);
const statuses: Readonly<Record<string, Text>> = messages.resources.residents.status;

export const statusChoices = (lang: Lang): { id: string; name: string }[] => Object.entries(statuses).map(([id, text]) => ({ id, name: text[lang] }));

/** Nothing said is shown as a dash. */
export const entryValue = (field: string, value: unknown, lang: Lang): string => {
  if (value === null || value === undefined || value === '') return '—';
  if (days.has(field)) return dayText(String(value))[lang];
  const table = tables[field];
  if (table) return labelOf(table, String(value))[lang];
  return (field === 'status' && statuses[String(value)]?.[lang]) || String(value);
};
