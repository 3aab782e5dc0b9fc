/** Which words on a page are in the wrong language. What people wrote stands as they wrote it; all else is the panel's own. */
import type { Page } from 'playwright-core';
import type { Data, Lang } from '../../workflows/kit/words.ts';

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
/** Numbers of cases, papers and laws hold a digit; such tokens are no English. */
const LATIN = /[A-Za-z][\w.-]*/g;
/** Names of keys and of kinds of files, the demo accounts that the door lists without a number, and the sign of a standard score. */
const KEYS = new Set(['Ctrl', 'Enter', 'Esc', 'J', 'K', 'auditor', 'privacy', 'admin', 'z', 'PDF', 'Word', 'ZIP']);

const isText = (value: object): boolean => 'zh' in value && 'en' in value;
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || isText(value)) return [];
  return Object.values(value).flatMap(stringsIn);
};

/** What was heard so far, once all of it has arrived. */
export type Heard = () => Promise<ReadonlySet<string>>;

/** Collects what the server sends to a page as data from now on: names, and what was typed into forms. */
export const hear = (page: Page): Heard => {
  const written = new Set<string>();
  const arriving: Promise<void>[] = [];
  page.on('response', (response) => {
    // A stream never ends, and says no words.
    if (response.url().includes('/api/') && response.request().resourceType() !== 'eventsource') arriving.push(response.json().then((body: unknown) => stringsIn(body).forEach((said) => written.add(said)), () => undefined));
  });
  return async () => {
    await Promise.all(arriving);
    return written;
  };
};

/** Every word on the page: seen, spoken, or shown on pointing. The button that leads to the other language speaks that language, and says so. */
const wordsOn = (page: Page): Promise<string[]> => page.evaluate(() => {
  const own = [...document.querySelectorAll('body *')].filter((element) => element.closest('[lang]') === document.documentElement && !['SCRIPT', 'STYLE'].includes(element.tagName));
  const spoken = own.filter((element) => !element.closest('[aria-hidden="true"]')).flatMap((element) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''));
  const seen = own.flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''));
  return [...new Set([document.title, ...spoken, ...seen].map((words) => words.trim()).filter(Boolean))];
});

/** `mayStand` narrows what may stand of the Chinese that the server sent. */
export const inWrongLanguage = async (page: Page, lang: Lang, heard: Heard, mayStand: (said: string) => boolean = () => true): Promise<string[]> => {
  const words = await wordsOn(page);
  const sent = await heard();
  // A name that is no name, such as 崔XX, is one of the faults planted in the register.
  if (lang === 'zh') return words.filter((said) => !(CHINESE.test(said) && sent.has(said)) && said.match(LATIN)?.some((word) => !/\d/.test(word) && !KEYS.has(word)));
  const allowed = [...sent].filter((said) => said.length > 1 && said.search(CHINESE) >= 0 && mayStand(said)).toSorted((a, b) => b.length - a.length);
  return words.filter((said) => CHINESE.test(said) && CHINESE.test(allowed.reduce((left, known) => left.replaceAll(known, ''), said)));
};

const SENTENCE = 'Seen, compared and found in order. ';
/** A story is asked for at some length; no other field is. */
const lengths: Readonly<Record<string, number>> = { story: 8 };
const english = (value: unknown, field: string): unknown => {
  if (typeof value === 'string') return field === 'name' || value.search(CHINESE) < 0 ? value : SENTENCE.repeat(lengths[field] ?? 1).trim();
  if (Array.isArray(value)) return value.map((one) => english(one, field));
  return typeof value === 'object' && value !== null ? inEnglish(value as Data) : value;
};

/** The example as English-speaking staff would type it; the names of persons stay as they are. */
export const inEnglish = (example: Data): Data => Object.fromEntries(Object.entries(example).map(([field, value]) => [field, english(value, field)]));
