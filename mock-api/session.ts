/** Who is signed in at the mock: the demo names with the demo password, in memory. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'json-server';
import type { Lang } from '../workflows/kit/words.ts';
import { standsOf } from './stands.ts';
import type { Store } from './store.ts';

const COOKIE = 'mock-session';
const PASSWORD = 'demo-2026';

export const langOf = (request: Request): Lang => (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh');

export const makeSessions = (store: Store) => {
  const sessions = new Map<string, string>();
  const keyOf = (request: Request): string => new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
  const userOf = (id: string) => store.people.find((one) => one.id === id);
  /** With the posts held for others today. */
  const meOf = (id: string) => {
    const user = userOf(id);
    const stands = standsOf(store, id);
    return user && { ...user, ...(stands.length > 0 && { standsFor: stands.map(({ absent, substitute: _substitute, ...one }) => ({ ...one, behalf: { id: absent, name: userOf(absent)?.name ?? absent } })) }) };
  };
  return {
    /** The sign-in name, or null. */
    find: (request: Request): string | null => sessions.get(keyOf(request)) ?? null,
    userOf,
    meOf,
    signIn: (request: Request, response: Response): void => {
      const { username, password } = (request.body ?? {}) as { username?: unknown; password?: unknown };
      if (typeof username !== 'string' || typeof password !== 'string') return void response.status(400).json({ reason: 'unreadable' });
      const user = userOf(username);
      if (!user || password !== PASSWORD) return void response.status(401).json({ reason: 'wrong-password' });
      sessions.delete(keyOf(request));
      const key = randomUUID();
      sessions.set(key, user.id);
      response.set('Set-Cookie', `${COOKIE}=${key}; Path=/; HttpOnly; SameSite=Strict`).json({ user: meOf(user.id) });
    },
    signOut: (request: Request, response: Response): void => {
      sessions.delete(keyOf(request));
      response.set('Set-Cookie', `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`).json({});
    },
  };
};

export type Sessions = ReturnType<typeof makeSessions>;
