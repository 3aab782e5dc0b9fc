import { expect, inject, test } from 'vitest';
import { makeCast } from './cast.ts';
import { nominate } from './nomination.ts';
import { openRoom } from './room.ts';

test('a nomination goes from the village’s draft to recommended; without an approval number the district cannot confirm, and sees why', async () => {
  const room = await openRoom(inject('officeAt'));
  const cast = makeCast(room);
  const id = await nominate(cast);
  const { offers, blocked } = await cast.get('district1', 'model-household', id);
  expect(offers.map(({ type }) => type)).not.toContain('confirm');
  expect(blocked).toContainEqual({ type: 'confirm', why: ['no-approval-number'] });
  expect(await cast.reads('district1', 'model-household', id)).toMatch(/暂不能办理[\s\S]*批准/);
  await room.close();
});
