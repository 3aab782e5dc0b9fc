/** What somebody writes again and again: the office's phrases for their posts, and a list of their own. */
import { z } from 'zod';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import { holdsId } from '../../workflows/office/citizen-id.ts';
import { phrasesFor } from '../../workflows/office/phrases.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findPhrases, keepPhrases } from '../store/phrases.ts';

const MOST = 30;
const LONGEST = 200;

export const PhrasesBody = z.strictObject({ own: z.array(z.string().trim().min(1).max(LONGEST)).max(MOST) });
type PhrasesBody = z.infer<typeof PhrasesBody>;

export type Phrases = { readonly own: readonly string[]; readonly office: readonly string[] };

const postsOf = ({ seats, stands = [] }: Asker): string[] => [...new Set([...seats, ...stands].map(({ post }) => post))];

export const readMyPhrases = async (office: Office, asker: Asker): Promise<Phrases> =>
  ({ own: await findPhrases(office.db, office, asker.id), office: phrasesFor(postsOf(asker)) });

const NO_NUMBERS = { own: { zh: '常用语中不能有身份证号码，请删除后保存', en: 'A phrase holds no identity number: take it out' } };

/** The newest list takes the place of the one before. */
export const keepMyPhrases = async (office: Office, asker: Asker, { own }: PhrasesBody): Promise<{ ok: true; phrases: Phrases } | { ok: false; errors: FieldErrors }> => {
  if (own.some(holdsId)) return { ok: false, errors: NO_NUMBERS };
  await keepPhrases(office.db, office, asker.id, [...new Set(own)]);
  return { ok: true, phrases: await readMyPhrases(office, asker) };
};
