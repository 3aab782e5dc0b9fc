/** `/public/certificates/<number>`: whether a certificate is valid, without a session. */
import type { FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { certificateBusy, certificatePage } from '../pages/certificate-page.ts';
import { lookOf, sendPublicPage } from '../pages/public-page.ts';
import { limiter } from '../rate-limit.ts';
import { findCertificate } from '../use-cases/find-certificate.ts';
import type { OfficeKind } from './health.ts';

/** Who tries numbers out learns nothing in a lifetime. */
const LOOKS = { burst: 30, perMinute: 20 } as const;

export const publicCertificateRoutes = (app: FastifyInstance, office: Office, kind: OfficeKind): void => {
  const looks = limiter(LOOKS);
  app.get<{ Params: { number: string } }>('/public/certificates/:number', { config: { open: true } }, async (request, reply) => {
    const look = lookOf(request, kind === 'demo');
    const wait = looks(request.ip, Date.now());
    if (wait > 0) return sendPublicPage(reply.header('Retry-After', wait), 429, certificateBusy(look));
    const view = await findCertificate(office, request.params.number);
    return sendPublicPage(reply, view.standing === 'unknown' ? 404 : 200, certificatePage(look, view));
  });
};
