/** Chromium without a debugger in its pages: one that listens makes the engine read each file of the panel again, which nobody's browser does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../tools/chromium.ts';
import { temporaryFolder } from '../tools/folders.ts';

type Answer = { readonly id?: number; readonly result?: Record<string, unknown>; readonly error?: { readonly message: string } };
/** `cookie`: name and value. `script` runs before the page; `value` is asked for when `ms` have passed. */
type Visit = { readonly url: string; readonly cookie: string; readonly script: string; readonly value: string; readonly ms: number };
export type BareBrowser = { visit(asked: Visit): Promise<unknown>; close(): Promise<void> };

/** A window that opens is busy with itself; nobody opens one for each page they go to. */
const WINDOW_MS = 2_000;

const OPTIONS = ['--headless=new', '--remote-debugging-port=0', '--no-first-run', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

const speakTo = async (address: string) => {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const asked = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) asked.get(answer.id)?.(answer);
  });
  let n = 0;
  return async (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> => {
    n += 1;
    const answered = new Promise<Answer>((resolve) => asked.set(n, resolve));
    socket.send(JSON.stringify({ id: n, method, params, sessionId }));
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
};

export const openBareBrowser = async (): Promise<BareBrowser> => {
  const profile = temporaryFolder('casework-browser-');
  const child = spawn(findChromium() ?? 'chromium', [...OPTIONS, `--user-data-dir=${profile.path}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let address = '';
  for await (const line of createInterface(child.stderr)) if ((address = /ws:\/\/\S+/.exec(line)?.[0] ?? '')) break;
  const say = await speakTo(address);
  return {
    /** In a context of its own: nothing is cached. */
    visit: async ({ url, cookie, script, value, ms }) => {
      const { browserContextId } = await say('Target.createBrowserContext');
      const [name, secret] = cookie.split('=');
      await say('Storage.setCookies', { browserContextId, cookies: [{ name, value: secret, url }] });
      const { targetId } = await say('Target.createTarget', { url: 'about:blank', browserContextId });
      const sessionId = (await say('Target.attachToTarget', { targetId, flatten: true }))['sessionId'] as string;
      await say('Page.enable', {}, sessionId);
      await say('Page.addScriptToEvaluateOnNewDocument', { source: script }, sessionId);
      await sleep(WINDOW_MS);
      await say('Page.navigate', { url }, sessionId);
      await sleep(ms);
      const { result } = await say('Runtime.evaluate', { expression: value }, sessionId);
      await say('Target.disposeBrowserContext', { browserContextId });
      return (result as { value?: unknown }).value;
    },
    close: async () => {
      const exited = once(child, 'exit');
      // With all its processes: some outlive the one that started them.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
      profile.remove();
    },
  };
};
