/** Counts and times of requests by route and status for Prometheus; never by person, case or query. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const measure = (app: FastifyInstance): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({ name: 'http_request_seconds', help: 'Time to answer, by route and status', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [registry] });
  app.addHook('onResponse', (request, reply, done) => {
    if (!request.routeOptions.config.endless) seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', { config: { open: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  app.addHook('onClose', () => registry.clear());
};
