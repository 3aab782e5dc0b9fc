/** Streams that stand open in this process: each hears that its own worklist changed, nothing of anybody else's, and ends with its session. */
import { actorAt } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { hearNews } from '../store/news.ts';
import type { Ear, News } from '../store/news.ts';
import { whoStillAsks } from './who-asks.ts';

/** What is written to a stream: that something changed, or a sign of life. */
export type Listener = { readonly secret: string; say(what: 'changed' | 'alive'): void; end(): void };
type Stream = Listener & { asker: Asker };
export type Live = {
  /** Takes the stream out again; null where its person has too many. */
  open(listener: Listener, asker: Asker): (() => void) | null;
  /** Those of a session that was ended here; elsewhere they end when they are next looked at. */
  end(secret: string): void;
  close(): Promise<void>;
};

/** Two browsers with all the connections that each may have. */
const MOST_OF_ONE = 12;
const BEAT_MS = 25_000;
/** A stream hears at most once in it. */
const PAUSE_MS = 1_000;

const concerns = (asker: Asker, news: readonly News[]): boolean =>
  news.some((one) => ('person' in one ? one.person === asker.id : actorAt(asker, one.unit, one.workflow).posts.some((held) => held.post === one.post)));

const makeLive = (office: Office): Live => {
  const streams = new Set<Stream>();
  let ear: Ear | null = null;
  let beat: NodeJS.Timeout | null = null;
  let next: NodeJS.Timeout | null = null;
  let last = 0;
  let missed = false;
  const heard = new Map<string, News>();

  /** Of these streams, those whose session lives, with the posts of now; the others end. */
  const renew = async (all: readonly Stream[]): Promise<Stream[]> => {
    const askers = await whoStillAsks(office, all.map(({ secret }) => secret), Date.now());
    return all.filter((stream, i) => {
      const asker = askers[i];
      if (asker) stream.asker = asker;
      else stream.end();
      return asker && streams.has(stream);
    });
  };
  /** Where the database is away nobody is told anything, and asked about again at the next beat. */
  const sayTo = (all: readonly Stream[], what: 'changed' | 'alive', wanted: (stream: Stream) => boolean): void =>
    void renew(all).then((alive) => alive.filter(wanted).forEach((stream) => stream.say(what)), () => undefined);

  const tell = (): void => {
    [next, last] = [null, Date.now()];
    const [news, all] = [[...heard.values()], missed];
    heard.clear();
    missed = false;
    const wanted = ({ asker }: Stream): boolean => all || concerns(asker, news);
    const concerned = [...streams].filter(wanted);
    if (concerned.length > 0) sayTo(concerned, 'changed', wanted);
  };
  const soon = (): void => void (next ??= setTimeout(tell, Math.max(0, last + PAUSE_MS - Date.now())).unref());

  const begin = (): void => {
    ear ??= hearNews(office.pool, office.district, (news) => {
      heard.set(JSON.stringify(news), news);
      soon();
    }, () => {
      missed = true;
      soon();
    });
    beat ??= setInterval(() => sayTo([...streams], 'alive', () => true), BEAT_MS).unref();
  };
  return {
    open: (listener, asker) => {
      if ([...streams].filter((one) => one.asker.id === asker.id).length >= MOST_OF_ONE) return null;
      begin();
      const stream: Stream = { ...listener, asker };
      streams.add(stream);
      return () => void streams.delete(stream);
    },
    end: (secret) => [...streams].filter((one) => one.secret === secret).forEach((one) => one.end()),
    close: async () => {
      clearInterval(beat ?? undefined);
      clearTimeout(next ?? undefined);
      for (const stream of streams) stream.end();
      await ear?.close();
    },
  };
};

const open = new WeakMap<Office, Live>();

export const liveOf = (office: Office): Live => {
  const known = open.get(office) ?? makeLive(office);
  open.set(office, known);
  return known;
};
