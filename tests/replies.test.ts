/** A reply of Fastify can be awaited, and gives nothing: whoever asks it whether something was refused goes on as if nothing had been. */
import { expect, test } from 'vitest';
import { sourcesOf } from './tools/sources.ts';

/** A reply or nothing, out of a promise; what came of somebody else’s answering, kept to be looked at. */
const WAITING = /Promise<\s*FastifyReply\s*\|\s*(?:null|undefined)|(?:const|let)\s+\w+\s*=\s*await\s+[\w.]+\([^;]*\breply\b/;

test('no route waits for a reply to learn from it what became of the request', () => {
  const routes = sourcesOf().filter(({ path }) => path.startsWith('server/routes/'));
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter(({ text }) => WAITING.test(text)).map(({ path }) => path)).toEqual([]);
});

test.each([
  'const refused = async (): Promise<FastifyReply | null> => null;',
  'const no = await refused(request, reply, password);',
])('%s is found', (planted) => {
  expect(WAITING.test(planted)).toBe(true);
});
