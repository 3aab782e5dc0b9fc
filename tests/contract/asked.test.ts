/** What a reading route says of an address that it cannot read. */
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonOf, LangQuery, misread } from '../../server/routes/asked.ts';
import { rangeOf } from '../../workflows/kit/asked.ts';

const say = async (schema: z.ZodType, url: string, language = 'zh'): Promise<unknown> => {
  const app = Fastify();
  app.get('/', (request, reply) => (schema.safeParse(request.query).success ? reply.send('read') : misread(request, reply, schema)));
  const { statusCode, body } = await app.inject({ url, headers: { 'accept-language': language } });
  return statusCode === 200 ? body : [statusCode, JSON.parse(body)];
};

test('each part that is not in order is named, with what to write instead', async () => {
  const Rows = z.strictObject({ range: rangeOf(100).optional(), filter: jsonOf(z.strictObject({ kind: z.enum(['a', 'b']) })) });
  expect(await say(Rows, '/?range=[0,99]&filter={"kind":"a"}')).toBe('read');
  expect(await say(Rows, '/?range=[0,-1]&filter={"kind":"a"}')).toBe('read');
  for (const range of ['[0,100]', '[3,1]', '0-24', '[0]', '[-1,3]']) expect(await say(Rows, `/?range=${range}&filter={"kind":"a"}`), range).toEqual([400, { reason: 'unreadable', errors: { range: '请写成 [0,24] 这样的起止行号，一次最多 100 行' } }]);
  expect(await say(Rows, '/?of=x', 'en')).toEqual([400, { reason: 'unreadable', errors: { filter: 'Please fill this in', of: 'The form has no such field: remove it' } }]);
  expect(await say(Rows, '/?filter={"kind":"c","x":1}', 'en')).toEqual([400, { reason: 'unreadable', errors: { 'filter.kind': 'Choose one from the list', 'filter.x': 'The form has no such field: remove it' } }]);
  expect(await say(Rows, '/?filter={', 'en')).toEqual([400, { reason: 'unreadable', errors: { filter: 'Write it as JSON, such as {"field":"value"}' } }]);
  expect(await say(LangQuery, '/?lang=fr', 'en')).toEqual([400, { reason: 'unreadable', errors: { lang: 'Choose one from the list' } }]);
});
