/** Values of register fields in words: codes by their tables, days as people write them. */
import { isErased } from '../../workflows/kit/erased.ts';
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { inWords, statusWords } from '../../workflows/office/register-words.ts';
import { dayText } from '../case/standing.ts';
import { erasedText } from '../common/erased.ts';

const days = new Set(['birthDate', 'marriageDate', 'lastVerified']);
const statuses: Readonly<Record<string, Text>> = statusWords;

export const statusChoices = (lang: Lang): { id: string; name: string }[] => Object.entries(statuses).map(([id, text]) => ({ id, name: text[lang] }));

/** Nothing said is shown as a dash. */
export const entryValue = (field: string, value: unknown, lang: Lang): string => {
  if (value === null || value === undefined || value === '') return '—';
  if (isErased(value)) return erasedText(value, lang);
  if (days.has(field)) return dayText(String(value))[lang];
  return inWords(field, value, lang);
};
