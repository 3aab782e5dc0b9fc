/** Which passwords will do, and how often anything may be tried. */
import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword, refusePassword } from '../../../server/password.ts';
import { limiter } from '../../../server/rate-limit.ts';

describe('a password', () => {
  test.each(['123456', '1234567890', 'abcdefghijkl', 'aaaaaaaaaaaa', 'password123', 'qinghe2026', 'keeper12345', '青禾镇青禾镇青禾镇', '镇长'])('%s is refused', (password) => {
    expect(refusePassword(password, ['keeper', 'qinghe', '青禾镇'])).toHaveProperty('zh');
  });

  test.each(['今天的风从河那边吹过来', '一'.concat('二三四五六七八九十'.repeat(7)), 'correct horse battery staple', 'kT7-vq_9Lm!2'])('%s will do', (password) => {
    expect(refusePassword(password, ['keeper', '青禾镇'])).toBeNull();
  });

  test('is kept as argon2id and known again, typed in full width or half', async () => {
    const stored = await hashPassword('Ｄｅｍｏ－２０２６');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(stored, 'Demo-2026')).toBe(true);
    expect(await isPassword(stored, 'demo-2026')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });
});

test('a limit lets a burst through, says how long to wait, and fills again for each person alone', () => {
  const wait = limiter({ burst: 3, perMinute: 6 });
  expect([wait('a', 0), wait('a', 0), wait('a', 0), wait('a', 0), wait('b', 0)]).toEqual([0, 0, 0, 10, 0]);
  expect([wait('a', 9_999), wait('a', 10_000), wait('a', 10_000)]).toEqual([1, 0, 10]);
  expect([wait('a', 600_000), wait('a', 600_000), wait('a', 600_000), wait('a', 600_000)]).toEqual([0, 0, 0, 10]);
});
