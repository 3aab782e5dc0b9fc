/** Reads a form as the server will, before it is sent: the same zod object, its sentences in the reader's language. */
import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { readForm, type FieldInfo } from '../../workflows/kit/form.ts';
import type { Data, FieldErrors, Lang } from '../../workflows/kit/words.ts';
import { caseMessages } from './messages.ts';
import { anew, dataOf, fieldAt, type Typed } from './typed.ts';

const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), data);

/** An amount or a number still a string was not readable as one. */
const sentence = (fields: readonly FieldInfo[], data: unknown, path: string, said: string, lang: Lang): string => {
  const input = fieldAt(fields, path)?.input;
  if (typeof at(data, path) !== 'string') return said;
  if (input === 'money') return caseMessages.case.moneyWrong[lang];
  return input === 'number' ? caseMessages.case.numberWrong[lang] : said;
};

const fieldErrors = (fields: readonly FieldInfo[], data: unknown, errors: FieldErrors, lang: Lang): Record<string, FieldError> =>
  Object.fromEntries(Object.entries(errors).map(([path, text]) => [path, { type: 'form', message: sentence(fields, data, path, text[lang], lang) }]));

type Asked = { readonly schema: z.ZodType | undefined; readonly fields: readonly FieldInfo[]; readonly known: Data; readonly lang: Lang };

export const resolverFor = ({ schema, fields, known, lang }: Asked): Resolver<Typed> => (typed, _, options) => {
  const data = anew(fields, dataOf(fields, typed), known);
  const read = schema ? readForm(schema, data) : ({ ok: true } as const);
  return read.ok ? { values: data, errors: {} } : { values: {}, errors: toNestErrors(fieldErrors(fields, data, read.errors, lang), options) };
};
