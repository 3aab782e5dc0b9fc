/** A room full of screens: each person signs in at a browser of their own, and nothing that goes wrong there goes unseen. */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { Lang } from '../../workflows/kit/words.ts';
import { httpDoor, type Door } from '../doors/http.ts';
import { openBrowser } from '../tools/chromium.ts';
import { findBarriers, type Looked } from './barriers.ts';

const PASSWORD = 'demo-2026';
const signIn = { zh: '登录', en: 'Sign in' } as const;

export type Look = { readonly lang?: Lang; readonly phone?: boolean; readonly dark?: boolean };
export type Seat = { readonly user: string; readonly page: Page; readonly lang: Lang };

export type Room = {
  readonly base: string;
  readonly door: Door;
  /** A browser nobody has signed in at; `meet` gets its page before anything is loaded. */
  stand(look?: Look, meet?: (page: Page) => void): Promise<Page>;
  sit(user: string, look?: Look, meet?: (page: Page) => void): Promise<Seat>;
  /** The answers of the server that the story means to get; the browser writes each of them to its console. */
  expects(...statuses: number[]): void;
  /** What breaks accessibility on the page as it stands: nothing, if all is well. */
  barriers(page: Page, looked?: Looked): Promise<string[]>;
  /** Throws where anything left the machine, a page broke, or the browser complained. */
  close(): Promise<void>;
};

const contextOf = (browser: Browser, { lang = 'zh', phone = false, dark = false }: Look): Promise<BrowserContext> => browser.newContext({
  locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
  ...(phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : { viewport: { width: 1280, height: 900 } }),
});

export const signInAt = async (page: Page, user: string, lang: Lang, password = PASSWORD): Promise<void> => {
  await page.locator('input[autocomplete="username"]').fill(user);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.getByRole('button', { name: signIn[lang], exact: true }).click();
};

const refusedAs = /the server responded with a status of (\d+)/;

const asked = new WeakMap<Page, Set<Request>>();
/** Nothing has been asked of the server for a moment; the stream that stands open asks nothing. */
export const atRest = async (page: Page, moment = 10): Promise<void> => {
  const open = asked.get(page) ?? new Set();
  for (let quiet = 0; quiet < moment; quiet = open.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(50);
};

/** Follows a path as a link does: the panel stays as it is loaded, and asks anew for what it shows. It goes by way of a page that is nowhere, so that nothing on the page before is taken for the new one. */
export const follow = async (page: Page, path: string): Promise<void> => {
  const go = (to: string): Promise<void> => page.evaluate((way) => { history.pushState(null, '', way); dispatchEvent(new PopStateEvent('popstate')); }, to);
  const nowhere = page.getByText(/^(网址有误，或链接已失效。|Either you typed a wrong URL, or you followed a bad link\.)$/);
  await go('/nowhere/at/all');
  await nowhere.waitFor();
  await go(path);
  await nowhere.waitFor({ state: 'detached' });
  await page.evaluate(() => new Promise((idle) => { requestIdleCallback(idle); }));
  await atRest(page, 3);
};

const countAsked = (page: Page): void => {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => { if (request.resourceType() !== 'eventsource') open.add(request); });
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
};

/** Notes what no story should see. Nobody is signed in when a page is first opened, and the server says so. */
const watch = (page: Page, base: string, noted: string[], expected: ReadonlySet<number>): void => {
  page.on('request', (request) => { if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) noted.push(`left the machine: ${request.url()}`); });
  page.on('pageerror', (error) => noted.push(`broke: ${error.message}`));
  page.on('console', (message) => {
    const status = Number(refusedAs.exec(message.text())?.[1] ?? 0);
    const known = expected.has(status) || (status === 401 && message.location().url.endsWith('/api/session'));
    if (message.type() === 'error' && !known) noted.push(`complained: ${message.text()} ${message.location().url}`);
  });
};

export const openRoom = async (base: string): Promise<Room> => {
  const browser = await openBrowser();
  const noted: string[] = [];
  const expected = new Set<number>();
  const stand = async (look: Look = {}, meet?: (page: Page) => void): Promise<Page> => {
    const page = await (await contextOf(browser, look)).newPage();
    page.setDefaultTimeout(60_000);
    watch(page, base, noted, expected);
    countAsked(page);
    meet?.(page);
    await page.goto(base);
    // A click that falls into the moment before the door stands there is nobody's.
    await page.locator('input[autocomplete="username"]').waitFor();
    if (look.lang === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
    return page;
  };
  return {
    base, door: httpDoor('server', base), stand,
    sit: async (user, look = {}, meet) => {
      const lang = look.lang ?? 'zh';
      const page = await stand(look, meet);
      await signInAt(page, user, lang);
      await page.locator('nav').first().waitFor();
      return { user, page, lang };
    },
    expects: (...statuses) => statuses.forEach((status) => expected.add(status)),
    barriers: findBarriers,
    close: async () => {
      await browser.close();
      if (noted.length > 0) throw new Error(`The browser noted:\n${noted.join('\n')}`);
    },
  };
};
