/** `/api/live`: a stream of server-sent events that says when my worklist changed, and nothing else. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { liveOf } from '../use-cases/live.ts';
import { tooMany } from './answers.ts';
import { secretOf } from './cookie.ts';

const AGAIN_SECONDS = 60;
/** Whoever takes nothing more is hung up on. */
const MOST_UNREAD = 16_384;

const LINES = { changed: 'event: inbox\ndata: changed\n\n', alive: ': alive\n\n' } as const;

const write = (raw: ServerResponse, text: string): void => {
  if (raw.writableLength > MOST_UNREAD) raw.destroy();
  else raw.write(text);
};

export const liveRoutes = (app: FastifyInstance, office: Office): void => {
  const live = liveOf(office);
  // A server that closes waits for its answers, and these never end by themselves.
  app.addHook('preClose', () => live.close());

  app.get('/api/live', { exposeHeadRoute: false, config: { endless: true } }, (request, reply) => {
    const { raw } = reply;
    const left = live.open({ secret: secretOf(request) ?? '', say: (what) => write(raw, LINES[what]), end: () => void raw.end() }, request.asker);
    if (!left) return void tooMany(reply, AGAIN_SECONDS);
    raw.once('close', left);
    reply.hijack();
    // A proxy that gathers answers would keep them for itself.
    raw.writeHead(200, { ...reply.getHeaders() as Record<string, string>, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    write(raw, 'retry: 3000\n\n');
  });
};
