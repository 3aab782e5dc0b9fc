/** Signing in and out; the session is asked once and remembered until it ends. */
import { HttpError, type AuthProvider } from 'react-admin';
import type { PostAtUnit } from '../../workflows/kit/words.ts';
import { forgetTyped } from '../case/kept.ts';
import type { Client } from '../provider/client.ts';
import type { Me } from './me.ts';

type Session = { readonly user: { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[]; readonly standsFor?: Me['standsFor'] } };

/** The door, told that somebody was sent there in the middle of their work. */
const ENDED = { redirectTo: '/login?ended' };

const isUnauthorised = (error: unknown): boolean => error instanceof HttpError && error.status === 401;

export const makeAuthProvider = (client: Client): AuthProvider => {
  let known: Promise<Me> | null = null;
  const meOf = (json: unknown): Me => {
    const { user } = json as Session;
    return { id: user.id, fullName: user.name, posts: user.posts, ...(user.standsFor && { standsFor: user.standsFor }) };
  };
  const ask = (): Promise<Me> => {
    known ??= client('session').then(({ json }) => meOf(json)).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    login: async ({ username, password }: { username: string; password: string }) => {
      const me = meOf((await client('session', { method: 'POST', body: { username, password } })).json);
      forgetTyped(me.id);
      known = Promise.resolve(me);
    },
    logout: async () => {
      const signedIn = known !== null;
      known = null;
      if (signedIn) await client('session', { method: 'DELETE' }).catch(() => undefined);
    },
    checkAuth: () => ask().then(() => undefined, (error: unknown) => {
      if (isUnauthorised(error)) throw new Error('problem.401');
    }),
    checkError: (error: unknown) => {
      if (!isUnauthorised(error)) return Promise.resolve();
      known = null;
      return Promise.reject(Object.assign(new Error('problem.401'), ENDED));
    },
    getIdentity: ask,
  };
};
