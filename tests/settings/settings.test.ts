/** What the server takes from its environment, and the sentence it says where a setting is wrong. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../server/settings.ts';

const errorsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  const read = readSettings(env);
  return read.ok ? [] : read.errors;
};
const officeOf = (env: NodeJS.ProcessEnv): string | undefined => {
  const read = readSettings(env);
  return read.ok ? read.settings.office : undefined;
};

test('with nothing set, a demo office runs on loopback', () => {
  expect(readSettings({})).toEqual({
    ok: true,
    settings: { port: 3000, host: '127.0.0.1', dataDir: resolve('data'), databaseUrl: undefined, office: 'demo', clock: 'system', files: { mostBytes: 25_000_000, bucket: null }, publicUrl: null, messages: { folder: resolve('data/messages'), digestHour: 8, smtp: null, sms: null }, proxies: [] },
  });
});

test('the demo is never the default where real data or the network could meet its passwords', () => {
  expect(officeOf({ HOST: '0.0.0.0' })).toBe('empty');
  expect(officeOf({ HOST: '127.0.0.1.example.cn' })).toBe('empty');
  expect(officeOf({ DATABASE_URL: 'postgres://db/office' })).toBe('empty');
  expect(officeOf({ HOST: '::1' })).toBe('demo');
  expect(officeOf({ DATABASE_URL: 'postgres://db/office', OFFICE: 'demo' })).toBe('demo');
});

test('a clock set by hand is for the demo office only', () => {
  expect(readSettings({ CLOCK: 'manual' }).ok).toBe(true);
  expect(errorsOf({ CLOCK: 'manual', OFFICE: 'empty' })).toEqual([expect.stringMatching(/^CLOCK=manual works with OFFICE=demo only/)]);
  expect(errorsOf({ CLOCK: 'manual', DATABASE_URL: 'postgres://db/office' })).toHaveLength(1);
});

test.each([
  ['PORT', 'eighty'], ['PORT', '70000'], ['PORT', '-1'], ['OFFICE', 'prod'], ['CLOCK', 'fast'], ['DATABASE_URL', 'mysql://db/office'], ['DATABASE_URL', 'office'], ['PROXIES', 'nginx'], ['PROXIES', '10.0.0.0/64'],
])('%s=%s is refused in one sentence that names the variable', (name, value) => {
  expect(errorsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must .+\\.$`))]);
});

test('every wrong setting is named at once', () => {
  expect(errorsOf({ PORT: 'x', OFFICE: 'y' })).toHaveLength(2);
});

test('an empty variable counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ ok: true, settings: { port: 3000, office: 'demo' } });
});

test('where people outside reach the office is an address without a path', () => {
  const given = (PUBLIC_URL: string) => readSettings({ PUBLIC_URL });
  expect(given('https://casework.example')).toMatchObject({ ok: true, settings: { publicUrl: 'https://casework.example' } });
  for (const wrong of ['casework.example', 'https://casework.example/path', 'ftp://casework.example', 'https://user@casework.example']) expect(given(wrong)).toMatchObject({ ok: false, errors: [expect.stringContaining('PUBLIC_URL')] });
});

test('mail and text messages go into files until a server with all that it needs is set', () => {
  const messages = { MESSAGES_DIR: '/var/casework/out', SMTP_URL: 'smtps://office:secret@mail.example:465', MAIL_FROM: 'casework@example.cn', SMS_URL: 'https://gateway.example/send', SMS_TOKEN: 'token', DIGEST_HOUR: '9' };
  expect(readSettings(messages)).toMatchObject({ ok: true, settings: { messages: { folder: '/var/casework/out', digestHour: 9, smtp: { from: 'casework@example.cn' }, sms: { token: 'token' } } } });
  for (const [name, value] of [['SMTP_URL', 'mail.example'], ['MAIL_FROM', ''], ['SMS_URL', 'gateway'], ['SMS_TOKEN', ''], ['DIGEST_HOUR', '3']] as const) {
    expect(readSettings({ ...messages, [name]: value })).toMatchObject({ ok: false, errors: [expect.stringContaining(name)] });
  }
});
