/** News between the processes of an office: whose worklist has changed, by process, post and unit, or by person. What it says stands in the inbox already. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Pool } from 'pg';
import type { Post } from '../../workflows/kit/words.ts';

export type News = { readonly workflow: string; readonly post: Post; readonly unit: string } | { readonly person: string };
/** Ends when it is told to; lost meanwhile, it dials anew. */
export type Ear = { close(): Promise<void> };

const GATHERED_MS = 100;
const AGAIN_MS = 2_000;

/** PostgreSQL lets one NOTIFY commit at a time: within the events' own commits each would wait for the other's disk. */
const TELL = `select set_config('synchronous_commit', 'off', true), pg_notify('inbox', said) from unnest($1::text[]) said`;

const gathered = new WeakMap<Pool, Set<string>>();

/** After the commit. Never throws: what goes unheard is found when worklists are next asked for. */
export const tellNews = (pool: Pool, district: string, news: Iterable<News>): void => {
  const waiting = gathered.get(pool) ?? new Set<string>();
  const first = waiting.size === 0;
  for (const one of news) waiting.add(JSON.stringify('person' in one ? [district, one.person] : [district, one.workflow, one.post, one.unit]));
  gathered.set(pool, waiting);
  if (!first || waiting.size === 0) return;
  setTimeout(() => {
    const said = [...waiting];
    waiting.clear();
    pool.query(TELL, [said]).catch(() => undefined);
  }, GATHERED_MS).unref();
};

const newsIn = (district: string, payload: string): News | null => {
  const [of, first = '', post, unit = ''] = JSON.parse(payload) as string[];
  if (of !== district) return null;
  return post === undefined ? { person: first } : { workflow: first, post, unit };
};

/** One connection of its own, until it is lost. */
const hearOnce = async ({ options }: Pool, district: string, heard: (news: News) => void, begun: () => void, ending: AbortSignal): Promise<void> => {
  const client = new Client({ ...options, application_name: 'casework-news' });
  const over = new Promise<void>((end) => {
    client.once('error', () => end()).once('end', () => end());
    ending.addEventListener('abort', () => end(), { once: true });
  });
  client.on('error', () => undefined);
  client.on('notification', ({ payload = '' }) => {
    const news = newsIn(district, payload);
    if (news) heard(news);
  });
  try {
    await client.connect();
    await client.query('listen inbox');
    begun();
    await over;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** `begun` is called each time that it hears from now on, and may have missed something before. */
export const hearNews = (pool: Pool, district: string, heard: (news: News) => void, begun: () => void): Ear => {
  const ending = new AbortController();
  const listen = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await hearOnce(pool, district, heard, begun, ending.signal).catch(() => undefined);
      await sleep(AGAIN_MS, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
  };
  const listening = listen();
  return {
    close: async () => {
      ending.abort();
      await listening;
    },
  };
};
