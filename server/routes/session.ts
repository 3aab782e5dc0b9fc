/** `/api/session`: who I am, signing in, signing out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { makeSigningIn } from '../use-cases/sign-in.ts';
import { liveOf } from '../use-cases/live.ts';
import { forgetSession, whoAsks } from '../use-cases/who-asks.ts';
import { signedOut, tooMany, unreadable } from './answers.ts';
import { giveCookie, secretOf, takeCookie } from './cookie.ts';

export const SignInBody = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) });

const userOf = ({ id, name, seats, stands = [] }: Asker) => ({ user: {
  id, name, posts: seats.map(({ post, unit }) => ({ post, unit })),
  ...(stands.length > 0 && { standsFor: stands.map(({ covers: _covers, ...stand }) => stand) }),
} });

export const sessionRoutes = (app: FastifyInstance, office: Office): void => {
  const signing = makeSigningIn(office, (ms) => sleep(ms));

  app.post('/api/session', { config: { open: true } }, async (request, reply) => {
    const typed = SignInBody.safeParse(request.body);
    if (!typed.success) return unreadable(reply);
    const signed = await signing.signIn({ ...typed.data, address: request.ip }, secretOf(request));
    if (!signed.ok) {
      request.log.warn({ signIn: signed.reason }, 'sign-in refused');
      return signed.reason === 'wrong' ? reply.code(401).send({ reason: 'wrong-password' }) : tooMany(reply, signed.after, signed.reason);
    }
    const asker = await whoAsks(office, signed.secret, Date.now());
    if (!asker) return signedOut(reply);
    giveCookie(request, reply, signed.secret);
    request.log.info({ person: asker.id }, 'signed in');
    return userOf(asker);
  });

  app.get('/api/session', (request) => userOf(request.asker));

  app.delete('/api/session', { config: { open: true } }, async (request, reply) => {
    const secret = secretOf(request);
    if (secret) {
      await signing.signOut(secret);
      forgetSession(office, secret);
      liveOf(office).end(secret);
    }
    takeCookie(request, reply);
    // The next person at a shared computer finds no page of this one (ASVS 14.3.1).
    return reply.header('Clear-Site-Data', '"cache"').send({});
  });
};
