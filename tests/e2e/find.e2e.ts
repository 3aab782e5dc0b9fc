import { describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pinyin } from 'pinyin-pro';
import { openRoom, type Room } from './room.ts';
import { fits } from './screen.ts';

type Person = { readonly id: string; readonly name: string; readonly code: string };

const spelt = (name: string, pattern: 'first' | 'pinyin'): string => pinyin(name, { toneType: 'none', type: 'array', pattern, surname: 'head' }).join('');

/** Somebody of the demo town with a plain name, seen by the user. */
const somebody = async (room: Room, user: string): Promise<Person> => {
  const people = await (await room.door.as(user)).list<Person>('residents', { status: 'active' }, [100, 140]);
  const found = people.find(({ name }) => /^\p{Script=Han}{3}$/u.test(name));
  if (!found) throw new Error(`${user} sees nobody`);
  return found;
};

const box = (page: Page) => page.getByRole('combobox', { name: /姓名、拼音|Name, pinyin/ });
describe('finding a person', () => {
  test('by the keys alone: by pinyin, by initials, by a part of the name with the village, and by the code', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('village01');
    const { id, name, code } = await somebody(room, 'village01');
    await page.getByRole('button', { name: '查找人员' }).waitFor();
    for (const words of [spelt(name, 'pinyin'), `${spelt(name, 'first')} ${name}`, `柳岸 ${name.slice(1)}`, code]) {
      await page.keyboard.press('/');
      await box(page).fill(words);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor();
      expect(await room.barriers(page)).toEqual([]);
      while (!(await page.locator('[role="option"][aria-selected="true"]').innerText()).includes(name)) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: `登记对象：${name}` }).waitFor();
      expect(page.url()).not.toContain(encodeURIComponent(name));
    }
    expect(new URL(page.url()).pathname).toBe(`/residents/${id}/show`);
    await room.close();
  });

  test('by the ID number, which is logged and stands in no address; nobody of another village', async () => {
    const room = await openRoom(inject('officeAt'));
    const { id, name } = await somebody(room, 'village02');
    const clerk = await room.door.as('village02');
    const { body } = await clerk.send<{ values: { idNumber: string } }>('POST', `/api/residents/${id}/reveal`, { fields: ['idNumber'], reason: '核对身份证号码' });
    const asked: string[] = [];
    const look = async (user: string): Promise<Page> => {
      const { page } = await room.sit(user);
      page.on('request', (request) => asked.push(request.url()));
      await page.getByRole('button', { name: '查找人员' }).click();
      await page.getByRole('button', { name: '按身份证号查找' }).click();
      await page.getByText('记入查阅日志').waitFor();
      await page.getByRole('textbox', { name: /公民身份号码/ }).fill(body.values.idNumber);
      await page.keyboard.press('Enter');
      return page;
    };
    const mine = await look('village02');
    await mine.getByRole('option', { name }).click();
    await mine.getByRole('heading', { level: 1, name: `登记对象：${name}` }).waitFor();
    const theirs = await look('village01');
    await theirs.getByText('没有找到符合的人员。').waitFor();
    expect(await room.barriers(theirs)).toEqual([]);
    expect(asked.filter((url) => url.includes(body.values.idNumber))).toEqual([]);
    const { body: reads } = await (await room.door.as('privacy')).get<{ resource: string }[]>(`/api/reads?filter=${JSON.stringify({ subject: id, person: 'village02' })}`);
    expect(reads.map(({ resource }) => resource)).toContain('residents');
    await room.close();
  });

  test('on a phone, in English', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('town1', { phone: true, lang: 'en' });
    const { name } = await somebody(room, 'town1');
    await page.getByRole('button', { name: 'Find a person' }).tap();
    await box(page).fill(name.slice(0, 1));
    await page.getByRole('option').first().waitFor();
    await fits(page);
    await box(page).fill('qqqq');
    await page.getByText('Nobody was found.').waitFor();
    await box(page).fill(name);
    await page.getByRole('option', { name }).first().tap();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
    await fits(page);
    await room.close();
  });
});
