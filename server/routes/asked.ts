/** What an address asks for, read by a schema; what cannot be read is named, with what to write instead. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseSafely } from 'secure-json-parse';
import { z } from 'zod';
import { errorsOf } from '../../workflows/kit/form.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { inWords, langOf } from './answers.ts';

/** A reason for a schema to refuse with: said to who asked, in their language. */
export const because = (text: Text) => ({ params: { text } });

const rangeText = (most: number): Text => ({ zh: `请写成 [0,24] 这样的起止行号，一次最多 ${most} 行`, en: `Write the first and last row as [0,24], ${most} rows at most at a time` });
/** `[first,last]`, counted from 0, both in it; an empty one ends before it begins. */
export const rangeOf = (most: number) => z.string().transform((text, context): [number, number] => {
  const [, from, to] = /^\[(\d{1,9}),\s*(-?\d{1,9})\]$/.exec(text) ?? [];
  const asked: [number, number] = [Number(from), Number(to)];
  if (from === undefined || asked[1] < asked[0] - 1 || asked[1] - asked[0] >= most) context.addIssue({ code: 'custom', input: text, ...because(rangeText(most)) });
  return asked;
});

const jsonText: Text = { zh: '请写成 JSON，例如 {"字段":"值"}', en: 'Write it as JSON, such as {"field":"value"}' };
/** JSON in an address, of what the schema reads. */
export const jsonOf = <T>(schema: z.ZodType<T>) => z.string().transform((text, context): T => {
  const refuse = (said: Text, path: string[] = []): void => context.addIssue({ code: 'custom', input: text, path, ...because(said) });
  try {
    const value = parseSafely(text, { protoAction: 'error', constructorAction: 'error' }) as unknown;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const [field, said] of Object.entries(errorsOf(read.error, value))) refuse(said, field.split('.'));
  } catch {
    refuse(jsonText);
  }
  return z.NEVER;
});

/** A link carries no header of its own. */
export const LangQuery = z.strictObject({ lang: z.enum(['zh', 'en']).optional() });

/** 400, by its contract: each part of the address that the schema refuses, with its remedy. */
export const misread = (request: FastifyRequest, reply: FastifyReply, schema: z.ZodType): FastifyReply => {
  const { error } = schema.safeParse(request.query);
  return reply.code(400).send({ reason: 'unreadable', errors: error ? inWords(errorsOf(error, request.query), langOf(request)) : {} });
};
