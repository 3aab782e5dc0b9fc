/** A stream of the office as a browser hears it, by somebody who signed in for it. */

export type Heard = {
  readonly cookie: string;
  text(): string;
  /** How often it was said that something changed. */
  count(): number;
  /** Throws where it was not said so often in time. */
  changed(times: number, withinMs: number): Promise<void>;
  /** Throws where the office has not ended it in time. */
  over(withinMs: number): Promise<void>;
  hangUp(): void;
};

const signIn = async (base: string, username: string): Promise<string> => {
  const { headers } = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'demo-2026' }) });
  return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
};

const until = async (what: string, met: () => boolean, withinMs: number): Promise<void> => {
  const began = performance.now();
  while (!met()) {
    if (performance.now() - began > withinMs) throw new Error(`${what} did not happen within ${withinMs} ms.`);
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
};

export const openStream = async (base: string, person: string): Promise<Heard> => {
  const cookie = await signIn(base, person);
  const leaving = new AbortController();
  const { status, body, headers } = await fetch(`${base}/api/live`, { headers: { cookie }, signal: leaving.signal });
  if (status !== 200 || !body || headers.get('content-type') !== 'text/event-stream') throw new Error(`${person} got ${status} in place of a stream.`);
  const heard = { text: '', over: false };
  const listen = async (): Promise<void> => {
    for await (const part of body.pipeThrough(new TextDecoderStream())) heard.text += part;
  };
  void listen().catch(() => undefined).finally(() => { heard.over = true; });
  const count = (): number => heard.text.split('event: inbox').length - 1;
  return {
    cookie, count, text: () => heard.text, hangUp: () => leaving.abort(),
    changed: (times, withinMs) => until(`Message ${times} to ${person}`, () => count() >= times, withinMs),
    over: (withinMs) => until(`The end of ${person}’s stream`, () => heard.over, withinMs),
  };
};
