/** What an address asks for, read by a schema; what cannot be read is named, with what to write instead. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseSafely } from 'secure-json-parse';
import { z } from 'zod';
import { because, remedies } from '../../workflows/kit/asked.ts';
import { errorsOf } from '../../workflows/kit/form.ts';
import type { Text } from '../../workflows/kit/words.ts';
import { sendMisread } from './answers.ts';

/** JSON in an address, of what the schema reads. */
export const jsonOf = <T>(schema: z.ZodType<T>) => z.string().transform((text, context): T => {
  const refuse = (said: Text, path: string[] = []): void => context.addIssue({ code: 'custom', input: text, path, ...because(said) });
  try {
    const value = parseSafely(text, { protoAction: 'error', constructorAction: 'error' }) as unknown;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const [field, said] of Object.entries(errorsOf(read.error, value))) refuse(said, field.split('.'));
  } catch {
    refuse(remedies.json);
  }
  return z.NEVER;
});

/** A link carries no header of its own. */
export const LangQuery = z.strictObject({ lang: z.enum(['zh', 'en']).optional() });

/** 400, by its contract: each part of the address (or of the body, where it is given) that the schema refuses, with its remedy. */
export const misread = (request: FastifyRequest, reply: FastifyReply, schema: z.ZodType, asked: unknown = request.query): FastifyReply => {
  const { error } = schema.safeParse(asked);
  return sendMisread(request, reply, { misread: error ? errorsOf(error, asked) : {} });
};
