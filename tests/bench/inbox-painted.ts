/** How soon a signed-in clerk sees the first row of the inbox, in headless Chromium with an empty cache. */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../tools/chromium.ts';
import { say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';

const MOST_MS = 1_500;
const PATIENCE_MS = 30_000;

declare global {
  interface Window {
    /** Milliseconds from the navigation to the frame that shows the first row. */
    firstRowAt?: number;
  }
}

/** Runs in the page before anything else. A row that is in the document is on the screen one frame later. */
const watchForRow = (): void => {
  const watching = new MutationObserver(() => {
    if (!document.querySelector('[data-row]')) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstRowAt = performance.now(); }));
  });
  watching.observe(document, { childList: true, subtree: true });
};

const paintOnce = async (browser: Browser, base: string, cookie: string): Promise<number> => {
  const context = await browser.newContext();
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: base }]);
    const page = await context.newPage();
    await page.addInitScript(watchForRow);
    await page.goto(base);
    await page.waitForFunction(() => window.firstRowAt !== undefined, undefined, { timeout: PATIENCE_MS });
    return await page.evaluate(() => window.firstRowAt ?? NaN);
  } finally {
    await context.close();
  }
};

export const measureInbox = async (base: string, cookie: string, rounds: number): Promise<Goal> => {
  const browser = await openBrowser();
  try {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await paintOnce(browser, base, cookie));
    const spread = spreadOf(times);
    say(`inbox painted after ${times.map((ms) => Math.round(ms)).join(', ')} ms`);
    return { name: `inbox painted within ${MOST_MS} ms`, met: spread.median < MOST_MS, figure: `${show(spread)} ms` };
  } finally {
    await browser.close();
  }
};
