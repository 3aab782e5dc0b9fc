/** The settings of the server, from the environment: the whole list, with what holds where nothing is set. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const isPostgresUrl = (value: string): boolean => URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol);

const isAddress = (one: string): boolean => {
  const [address = '', bits, ...more] = one.split('/');
  const family = isIP(address);
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};

/** Objects are sealed before they leave, so that plain http inside the office's own network gives nothing away. */
const isBucket = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, search, hash, pathname } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && `${username}${search}${hash}` === '' && /^\/[\w.-]+(\/[\w.-]+)*\/?$/.test(pathname);
};

const isOrigin = (value: string): boolean => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol) && `${new URL(value).origin}/` === new URL(value).href;

const isSmtp = (value: string): boolean => URL.canParse(value) && ['smtp:', 'smtps:'].includes(new URL(value).protocol) && new URL(value).hostname !== '';
const isHttp = (value: string): boolean => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);

const Environment = z.object({
  /** TCP port; 0 takes any free one. */
  PORT: z.string().default('3000')
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'PORT must be a number from 0 to 65535, for example PORT=3000.')
    .transform(Number),
  /** Address to listen on; anything but loopback is open to the network. */
  HOST: z.string().trim().default('127.0.0.1'),
  /** Folder of everything the office must not lose: the private PostgreSQL and the keys. */
  DATA_DIR: z.string().default('./data').transform((folder) => resolve(folder)),
  /** Any PostgreSQL 15 or newer; without it a private PostgreSQL runs in DATA_DIR. */
  DATABASE_URL: z.string().optional()
    .refine((url) => url === undefined || isPostgresUrl(url), 'DATABASE_URL must look like postgres://user:password@host:5432/name; leave it out for a private PostgreSQL in DATA_DIR.'),
  /** `demo` seeds the synthetic town into an empty database; `empty` asks for a set-up token once. */
  OFFICE: z.enum(['demo', 'empty'], 'OFFICE must be demo or empty.').optional(),
  /** `manual` lets the demo office step its clock by hand. */
  CLOCK: z.enum(['system', 'manual'], 'CLOCK must be system or manual.').default('system'),
  /** Megabytes that one attached file may have. */
  FILES_MB: z.string().default('25')
    .refine((megabytes) => /^\d{1,3}$/.test(megabytes) && Number(megabytes) >= 1 && Number(megabytes) <= 200, 'FILES_MB must be a number from 1 to 200, for example FILES_MB=25.')
    .transform(Number),
  /** An S3-compatible bucket for attached files, its name as the path; without it they lie in DATA_DIR/files. */
  FILES_BUCKET: z.string().optional()
    .refine((url) => url === undefined || isBucket(url), 'FILES_BUCKET must look like https://store.example:9000/bucket, without user or query; leave it out to keep files in DATA_DIR.'),
  FILES_REGION: z.string().trim().default('us-east-1'),
  /** Key and secret of the bucket. */
  FILES_KEY_ID: z.string().optional(),
  FILES_SECRET: z.string().optional(),
  /** Where people outside the office reach it; what is printed for scanning leads there. */
  PUBLIC_URL: z.string().trim().optional()
    .refine((url) => url === undefined || isOrigin(url), 'PUBLIC_URL must look like https://casework.example, without a path; leave it out to print the address that a request came by.')
    .transform((url) => (url === undefined ? null : new URL(url).origin)),
  /** Folder of the messages that no mail server or gateway is set for: one line of JSON each. */
  MESSAGES_DIR: z.string().optional(),
  /** Mail server for what leaves the office, and the address it comes from. */
  SMTP_URL: z.string().optional()
    .refine((url) => url === undefined || isSmtp(url), 'SMTP_URL must look like smtps://user:password@mail.example:465; leave it out to write mail into MESSAGES_DIR.'),
  MAIL_FROM: z.string().trim().optional(),
  /** Gateway for text messages: takes `{id, to, text}` as JSON, with the token as bearer. */
  SMS_URL: z.string().optional()
    .refine((url) => url === undefined || isHttp(url), 'SMS_URL must look like https://gateway.example/send; leave it out to write text messages into MESSAGES_DIR.'),
  SMS_TOKEN: z.string().optional(),
  /** Hour of each working day from which the digests are written, by the office's clock. */
  DIGEST_HOUR: z.string().default('8')
    .refine((hour) => /^\d{1,2}$/.test(hour) && Number(hour) >= 8 && Number(hour) <= 20, 'DIGEST_HOUR must be an hour from 8 to 20, for example DIGEST_HOUR=8.')
    .transform(Number),
  /** Addresses or networks of the proxies in front, by commas: only their X-Forwarded headers are believed. */
  PROXIES: z.string().default('').transform((list) => list.split(',').map((one) => one.trim()).filter(Boolean))
    .refine((list) => list.every(isAddress), 'PROXIES must be addresses or networks by commas, for example PROXIES=10.0.0.5,10.1.0.0/16.'),
});

const Settings = Environment
  .transform(({ PORT, HOST, DATA_DIR, DATABASE_URL, OFFICE, CLOCK, FILES_MB, FILES_BUCKET, FILES_REGION, FILES_KEY_ID, FILES_SECRET, PUBLIC_URL, MESSAGES_DIR, SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN, DIGEST_HOUR, PROXIES }) => ({
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    office: OFFICE ?? (DATABASE_URL === undefined && isLoopback(HOST) ? 'demo' : 'empty'),
    clock: CLOCK,
    files: { mostBytes: FILES_MB * 1_000_000, bucket: FILES_BUCKET === undefined ? null : { url: FILES_BUCKET, region: FILES_REGION, keyId: FILES_KEY_ID ?? '', secret: FILES_SECRET ?? '' } },
    publicUrl: PUBLIC_URL,
    messages: {
      folder: MESSAGES_DIR === undefined ? join(DATA_DIR, 'messages') : resolve(MESSAGES_DIR), digestHour: DIGEST_HOUR,
      smtp: SMTP_URL === undefined ? null : { url: SMTP_URL, from: MAIL_FROM ?? '' }, sms: SMS_URL === undefined ? null : { url: SMS_URL, token: SMS_TOKEN ?? '' },
    },
    proxies: PROXIES,
  }))
  .refine(({ files: { bucket } }) => bucket === null || (bucket.keyId !== '' && bucket.secret !== ''), {
    path: ['FILES_BUCKET'],
    message: 'FILES_BUCKET needs FILES_KEY_ID and FILES_SECRET as well.',
  })
  .refine(({ messages: { smtp } }) => smtp === null || smtp.from.includes('@'), { path: ['SMTP_URL'], message: 'SMTP_URL needs MAIL_FROM as well, for example MAIL_FROM=casework@example.cn.' })
  .refine(({ messages: { sms } }) => sms === null || sms.token !== '', { path: ['SMS_URL'], message: 'SMS_URL needs SMS_TOKEN as well.' })
  .refine(({ clock, office }) => clock === 'system' || office === 'demo', {
    path: ['CLOCK'],
    message: 'CLOCK=manual works with OFFICE=demo only: set OFFICE=demo, or leave CLOCK out.',
  });

export type Settings = z.output<typeof Settings>;
export type SettingsRead = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly errors: readonly string[] };

/** An empty variable counts as not set, as in a Compose file. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/** The settings, or one sentence for each wrong one, naming the variable and the remedy. */
export const readSettings = (env: NodeJS.ProcessEnv): SettingsRead => {
  const read = Settings.safeParse(withoutEmpty(env));
  return read.success ? { ok: true, settings: read.data } : { ok: false, errors: read.error.issues.map((issue) => issue.message) };
};
