import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { makeCast } from './cast.ts';
import { hear, inEnglish, inWrongLanguage, type Heard } from './language.ts';
import { nominate } from './nomination.ts';
import { openRoom } from './room.ts';

/** Of staff, residents and households; nothing longer is a name. */
const isName = (said: string): boolean => said.length <= 8;

test('a nomination, told wholly in English, goes from the village’s draft to recommended; without an approval number the district cannot confirm, and sees why', async () => {
  const room = await openRoom(inject('officeAt'));
  const heard = new Map<Page, Heard>();
  const wrong: string[] = [];
  const cast = makeCast(room, {
    lang: 'en', types: inEnglish,
    meets: (page) => { heard.set(page, hear(page)); },
    looks: async (page, when) => { wrong.push(...(await inWrongLanguage(page, 'en', heard.get(page) ?? (() => Promise.resolve(new Set())), isName)).map((said) => `${when}: ${said}`)); },
  });
  const id = await nominate(cast);
  expect(wrong).toEqual([]);
  const { state, offers, blocked } = await cast.get('district1', 'model-household', id);
  expect(state).toBe('forwarded');
  expect(offers.map(({ type }) => type)).not.toContain('confirm');
  expect(blocked).toContainEqual({ type: 'confirm', why: ['no-approval-number'] });
  expect(await makeCast(room).reads('district1', 'model-household', id)).toMatch(/暂不能办理[\s\S]*批准/);
  await room.close();
});
