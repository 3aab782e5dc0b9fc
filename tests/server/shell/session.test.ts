/** Signing in, staying in, and being kept out. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, openSmall, PASSWORD, signIn } from './support.ts';
import type { Small } from './support.ts';

let small: Small;
beforeAll(async () => { small = await openSmall({ app: { proxies: ['127.0.0.1'] } }); });
afterAll(() => small.close());

const me = (cookie: string) => small.app.inject({ url: '/api/session', headers: { cookie } });
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a session', () => {
  test('tells who I am and which posts I hold, and ends when I sign out', async () => {
    const signed = await signIn(small.app, 'village01');
    expect(signed.statusCode).toBe(200);
    expect(signed.json()).toEqual({ user: { id: 'village01', name: '林知远', posts: [{ post: 'village_clerk', unit: '999901101001' }] } });
    const cookie = cookieOf(signed);
    expect((await me(cookie)).json()).toEqual(signed.json());
    expect((await small.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })).statusCode).toBe(200);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test('travels in a cookie that scripts and other sites never see, bound to the host under TLS', async () => {
    const plain = await signIn(small.app, 'town1');
    expect(plain.headers['set-cookie']).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secure = await signIn(small.app, 'town1', PASSWORD, { 'x-forwarded-proto': 'https' });
    expect(secure.headers['set-cookie']).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('gets a new id at each sign-in, and the old one is dead', async () => {
    const first = cookieOf(await signIn(small.app, 'town1'));
    const second = cookieOf(await signIn(small.app, 'town1', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await me(first)).statusCode).toBe(401);
    expect((await me(second)).statusCode).toBe(200);
  });

  test('stands in the database as a hash only', async () => {
    const secret = cookieOf(await signIn(small.app, 'town1')).split('=')[1] ?? '';
    const { rows } = await sql<{ all: string }>`select coalesce(string_agg(s::text || encode(id_hash, 'escape'), ' '), '') as all from sessions s`.execute(small.office.db);
    expect(rows[0]?.all).not.toContain(secret);
  });

  test.each([['idle for half an hour', sql`seen_at = now() - interval '31 minutes'`], ['twelve hours old', sql`made_at = now() - interval '12 hours 1 minute'`]])('is over when %s', async (_name, change) => {
    const cookie = cookieOf(await signIn(small.app, 'privacy'));
    expect((await me(cookie)).statusCode).toBe(200);
    await sql`update sessions set ${change} where person = 'privacy'`.execute(small.office.db);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test('is over at the next request when the person is disabled, and a moved post is a moved scope', async () => {
    const ask = await small.as('village02');
    await sql`update posts_held set until = now() where person = 'village02'`.execute(small.office.db);
    expect((await ask({ url: '/api/session' })).json()).toMatchObject({ user: { posts: [] } });
    await sql`update people set disabled = true where id = 'village02'`.execute(small.office.db);
    expect((await ask({ url: '/api/session' })).statusCode).toBe(401);
    await sql`update people set disabled = false where id = 'village02'`.execute(small.office.db);
    await sql`update posts_held set until = null where person = 'village02'`.execute(small.office.db);
  });
});

describe('wrong passwords', () => {
  test('lock the account at the sixth try, even for the right one, and nobody else', async () => {
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push((await signIn(small.app, 'auditor', `wrong ${n}`, from(`203.0.113.${n}`))).statusCode);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
    const locked = await signIn(small.app, 'auditor', PASSWORD);
    expect(locked.statusCode).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(14 * 60);
    expect((await signIn(small.app, 'town1')).statusCode).toBe(200);
    await sql`update sign_in_failures set last_at = now() - interval '15 minutes 1 second'`.execute(small.office.db);
    expect((await signIn(small.app, 'auditor', PASSWORD)).statusCode).toBe(200);
  });

  test('lock a name nobody bears in the same way, with the same answers', async () => {
    const answers = [];
    for (let n = 0; n < 6; n++) {
      const { statusCode, body } = await signIn(small.app, 'nobody', 'wrong', from(`203.0.113.${n}`));
      answers.push([statusCode, body]);
    }
    expect(answers[0]).toEqual([401, (await signIn(small.app, 'privacy', 'wrong', from('203.0.113.50'))).body].slice(0, 2));
    expect(answers.map(([code]) => code)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('sent all at once are no more than five guesses', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => signIn(small.app, 'privacy2', `guess ${n}`, from(`198.51.100.${n}`))));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  });

  test('slow their address down, while right ones from there are answered at once', async () => {
    await sql`delete from sign_in_failures`.execute(small.office.db);
    const office = from('192.0.2.1');
    expect((await signIn(small.app, 'somebody', 'wrong', office)).statusCode).toBe(401);
    await sql`update sign_in_failures set count = 16`.execute(small.office.db);
    const timed = async (work: Promise<{ statusCode: number }>): Promise<{ code: number; ms: number }> => {
      const started = performance.now();
      return { code: (await work).statusCode, ms: performance.now() - started };
    };
    const [wrong, right] = await Promise.all([timed(signIn(small.app, 'somebody else', 'wrong', office)), timed(signIn(small.app, 'town1', PASSWORD, office))]);
    expect(wrong).toMatchObject({ code: 401 });
    expect(wrong.ms).toBeGreaterThan(1_490);
    expect(right).toMatchObject({ code: 200 });
    expect(right.ms).toBeLessThan(wrong.ms - 500);
  });

  test('long forgotten go away when others are counted', async () => {
    for (let n = 0; n < 3; n++) await signIn(small.app, `long ago ${n}`, 'wrong', from(`203.0.113.${n}`));
    await sql`update sign_in_failures set last_at = now() - interval '1 hour'`.execute(small.office.db);
    await signIn(small.app, 'today', 'wrong', from('203.0.113.200'));
    expect((await sql`select 1 from sign_in_failures where last_at < now() - interval '30 minutes'`.execute(small.office.db)).rows).toEqual([]);
  });

  test('a whole office signing in from one address is let in', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(small.app, 'town1', PASSWORD, from('192.0.2.77'))));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  });

  test('an unknown name takes as long as a known one', async () => {
    await sql`delete from sign_in_failures`.execute(small.office.db);
    const timeOf = async (name: string, n: number): Promise<number> => {
      await sql`delete from sign_in_failures`.execute(small.office.db);
      const started = performance.now();
      await signIn(small.app, name, 'wrong', from(`198.51.100.${n}`));
      return performance.now() - started;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 15; n++) {
      known.push(await timeOf('town1', n));
      unknown.push(await timeOf(`stranger${n}`, n));
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[7] ?? 0;
    expect(Math.abs(median(known) - median(unknown)) / median(known)).toBeLessThan(0.5);
  });

  test.each([{}, { username: 'town1' }, { username: 1, password: 2 }, { username: 'town1', password: 'x', admin: true }, []])('a body that is no sign-in is refused: %j', async (payload) => {
    expect((await small.app.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(400);
  });
});
