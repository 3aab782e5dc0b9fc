/** The cookie that carries a session: unreadable to scripts, never sent from elsewhere, bound to the host under TLS. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const SECRET = /^[\w-]{43}$/;

const nameOf = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-session' : 'session');

const attributesOf = (request: FastifyRequest) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const);

export const secretOf = (request: FastifyRequest): string | null => {
  const value = request.cookies[nameOf(request)];
  return value !== undefined && SECRET.test(value) ? value : null;
};

export const giveCookie = (request: FastifyRequest, reply: FastifyReply, secret: string): void => {
  void reply.setCookie(nameOf(request), secret, attributesOf(request));
};

export const takeCookie = (request: FastifyRequest, reply: FastifyReply): void => {
  void reply.clearCookie(nameOf(request), attributesOf(request));
};
