/** Installs Debian's Chromium, with a Chinese font, where the machine has none. */
import { findChromium } from '../../tests/tools/chromium.ts';
import { apt } from './apt.ts';

const FONT = 'fonts-noto-cjk';
/** Not every release has the build without windows. */
const BUILDS = ['chromium-headless-shell', 'chromium'];

/** False, having said what to do, where there is none and none could be installed. */
export const ensureChromium = (): boolean => {
  if (findChromium()) return true;
  process.stdout.write('No Chromium found: installing it with apt-get.\n');
  if (apt('update') && BUILDS.some((build) => apt('install', '--no-install-recommends', build, FONT)) && findChromium()) return true;
  process.stderr.write(`The browser tests need Chromium and it could not be installed here: install it yourself (Debian: sudo apt-get install chromium ${FONT}) or set CHROMIUM to the path of one.\n`);
  return false;
};
