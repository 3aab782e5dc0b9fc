/** What stays on an office's machine when somebody signs out: how they like the panel, never what they looked at. */
import { memoryStore } from 'react-admin';
import { expect, test } from 'vitest';
import { makeStore } from '../../admin/provider/store.ts';

test('preferences outlive a sign-out, filters never reach the disk', () => {
  const disk = memoryStore();
  const store = makeStore(disk);
  store.setup();
  store.setItem('locale', 'en');
  store.setItem('residents.listParams', { filter: { unit: '999901101201' } });
  expect(disk.getItem('residents.listParams')).toBeUndefined();
  expect(store.getItem('residents.listParams')).toEqual({ filter: { unit: '999901101201' } });
  store.reset();
  expect(store.getItem('locale')).toBe('en');
  expect(store.getItem('residents.listParams')).toBeUndefined();
});
