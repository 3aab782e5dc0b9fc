import { describe, expect, inject, test } from 'vitest';
import type { Lang } from '../../workflows/kit/words.ts';
import { workflows } from '../../workflows/index.ts';
import { hear, inWrongLanguage, type Heard } from './language.ts';
import { atRest, follow, openRoom, type Room, type Seat } from './room.ts';

/** The others are empty in the demo town. */
const told = workflows.filter(({ demo }) => demo !== undefined).map(({ name }) => name);
/** Some processes in each language, unless all are asked for: the words of each process are held complete at start-up. */
const looked = (lang: Lang): readonly string[] => (process.env['EVERYWHERE'] ? told : told.filter((_, i) => i % 4 === (lang === 'zh' ? 1 : 0)));
/** Cards in place of tables, which all lists have in common. */
const SMALL = ['benefit-claim', 'residents'];
const forms = [['village01', 'benefit-claim'], ['village01', 'model-household'], ['town1', 'verification-cycle'], ['finance1', 'payment-batch']] as const;

const nothing: Heard = () => Promise.resolve(new Set());

type Looking = { readonly room: Room; readonly seat: Seat; readonly heard: Heard };

const look = async ({ seat: { page, lang }, heard }: Looking): Promise<void> => {
  await atRest(page, 5);
  expect(await inWrongLanguage(page, lang, heard), page.url()).toEqual([]);
};

const lookAtList = async (looking: Looking, name: string): Promise<void> => {
  await follow(looking.seat.page, `/${name}`);
  await looking.seat.page.locator('main tbody a, main li a').first().waitFor();
  await look(looking);
};

/** Whoever reads everything has nothing to do, and their inbox says so. */
const lookAtInbox = async (looking: Looking, there: string): Promise<void> => {
  await follow(looking.seat.page, '/');
  await looking.seat.page.locator(there).first().waitFor();
  await look(looking);
};

const lookAtCases = async (looking: Looking, names: readonly string[]): Promise<void> => {
  const { seat: { page } } = looking;
  for (const name of names) {
    await lookAtList(looking, name);
    await page.locator('tbody a').first().click();
    await page.locator('main ol li').first().waitFor();
    await page.getByRole('button', { name: /^(显示流程图|Show the picture)$/ }).click();
    await page.locator('.react-flow__node').first().waitFor();
    await look(looking);
  }
};

const lookAtEntries = async (looking: Looking): Promise<void> => {
  const { room, seat: { page } } = looking;
  for (const register of ['residents', 'households']) {
    await lookAtList(looking, register);
    await page.locator('tbody a').first().click();
    await page.locator('main dl').waitFor();
    await look(looking);
  }
  for (const path of ['bulk', 'privacy']) {
    await follow(page, `/${path}`);
    await page.locator('main h1').waitFor();
    await look(looking);
  }
  await page.goto(`${room.base}/nowhere`);
  await page.locator('main h1').waitFor();
  await look(looking);
};

const lookEverywhere = async (lang: Lang): Promise<void> => {
  const room = await openRoom(inject('officeAt'));
  const door = await room.stand({ lang });
  expect(await inWrongLanguage(door, lang, nothing)).toEqual([]);
  const sit = async (user: string, phone = false): Promise<Looking> => {
    let heard = nothing;
    const seat = await room.sit(user, { lang, phone }, (page) => { heard = hear(page); });
    return { room, seat, heard };
  };
  const auditor = await sit('auditor');
  await lookAtInbox(auditor, 'main h1');
  await lookAtCases(auditor, looked(lang));
  await lookAtEntries(auditor);
  const small = await sit('auditor', true);
  for (const name of SMALL) await lookAtList(small, name);
  await lookAtInbox(await sit('town1'), '[data-row]');
  for (const [user, workflow] of forms) {
    const looking = await sit(user);
    await follow(looking.seat.page, `/${workflow}/create`);
    await looking.seat.page.locator('main form').waitFor();
    await look(looking);
  }
  await room.close();
};

describe('the panel speaks one language at a time', () => {
  test('Chinese, on every kind of page', () => lookEverywhere('zh'));
  test('English, on every kind of page', () => lookEverywhere('en'));
});
