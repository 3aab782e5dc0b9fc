/** The browser of the tests: the machine's own Chromium, by preference the build without windows, which takes half the time. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** `CHROMIUM` names one; else the first in PATH. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | null => {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [env['CHROMIUM'] ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
};

/** Chromium keeps no sandbox for root, and /dev/shm is small in containers. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: run npm test once, which installs it, or set CHROMIUM to the path of one.');
  return chromium.launch({ executablePath, args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
};
