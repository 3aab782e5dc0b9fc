/** Whether the server lives, whether it can work, and what kind of office stands here; for everybody. */
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { askDatabase, tellTime } from '../use-cases/tell-time.ts';

/** `empty` counts for a real office, set up or not. */
export type OfficeKind = 'demo' | 'empty';

export const healthRoutes = (app: FastifyInstance, office: Pick<Office, 'db' | 'district' | 'clock'>, kind: OfficeKind, needsSetUp: boolean): void => {
  const open = { config: { open: true } } as const;

  app.get('/api/health', open, () => ({ ok: true }));

  app.get('/api/ready', open, async (request, reply) => {
    try {
      await askDatabase(office);
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return reply.code(503).header('Retry-After', 2).send({ ready: false });
    }
    return needsSetUp ? reply.code(503).send({ ready: false, reason: 'needs-set-up' }) : { ready: true };
  });

  app.get('/api/settings/public', open, async () => ({ office: kind, clock: office.clock, needsSetUp, now: await tellTime(office) }));
};
