/** Kills an office under load, starts it again, many times; then counts what that cost. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { loadKeys } from '../../server/keys/keys.ts';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { httpDoor } from '../doors/http.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { work } from './clerk.ts';
import type { Clerk } from './clerk.ts';
import { makeJournal } from './journal.ts';
import type { Fates, Journal } from './journal.ts';
import { nineZeros } from './nine-zeros.ts';
import type { Findings } from './nine-zeros.ts';
import { officeProcess } from './office-process.ts';
import type { OfficeProcess } from './office-process.ts';
import { readSnapshot } from './snapshot.ts';

const CLERKS = ['village01', 'village02', 'village03', 'village04', 'village05', 'village06', 'town1', 'town2', 'reviewer1', 'reviewer2', 'finance1', 'head1'];
/** Kills come at random moments: after so many more events were acknowledged, and some milliseconds. */
const KILL_AFTER = { least: 10, most: 50, ms: 150 } as const;
const PATIENCE_MS = 120_000;

export type Wanted = {
  readonly kills: number;
  /** At least so many; the kills go on until they are reached. */
  readonly acknowledged: number; readonly caught: number;
  readonly entry: string;
  /** Fills the office's empty folder; without it, the office tells its town itself. */
  prepare?(folder: string): Promise<void>;
  say(line: string): void;
};
export type Counted = { readonly kills: number; readonly acknowledged: number; readonly answered: number; readonly fates: Fates; readonly longestGapMs: number; readonly findings: Findings };

const takeSeats = (base: string): Promise<Clerk[]> => Promise.all(CLERKS.map(async (name) => {
  const client = await httpDoor('office', base).as(name);
  return { client, posts: (await client.get<{ user: { posts: { post: string; unit: string }[] } }>('/api/session')).body.user.posts };
}));

/** Until there is something to lose: events acknowledged since the last kill, `least` of them at least, and a write in flight. */
const untilLoaded = async (journal: Journal, least: number): Promise<void> => {
  const more = KILL_AFTER.least + Math.random() * (KILL_AFTER.most - KILL_AFTER.least);
  const enough = journal.acknowledged().length + Math.max(more, least);
  const until = Date.now() + PATIENCE_MS;
  while (journal.acknowledged().length < enough) {
    if (Date.now() > until) throw new Error('The office acknowledges too little: there is no load to kill it under.');
    await sleep(5);
  }
  await sleep(Math.random() * KILL_AFTER.ms);
  while (!journal.isFlying() && Date.now() < until) await sleep(1);
};

const killAgainAndAgain = async (office: OfficeProcess, wanted: Wanted, journal: Journal): Promise<{ kills: number; longestGapMs: number }> => {
  let [kills, longestGapMs] = [0, 0];
  const isEnough = (): boolean => kills >= wanted.kills && journal.acknowledged().length >= wanted.acknowledged && journal.fates().caught >= wanted.caught;
  while (!isEnough()) {
    if (kills > wanted.kills * 10) throw new Error(`After ${kills} kills only ${journal.acknowledged().length} events were acknowledged and ${journal.fates().caught} caught in flight.`);
    // The last one waits until enough was acknowledged, which saves another.
    await untilLoaded(journal, kills + 1 < wanted.kills ? 0 : wanted.acknowledged - journal.acknowledged().length);
    const killed = office.kill();
    journal.strike();
    await killed;
    kills += 1;
    longestGapMs = Math.max(longestGapMs, await office.start());
    wanted.say(`kill ${kills}: ${journal.acknowledged().length} acknowledged, ${journal.fates().caught} caught in flight`);
  }
  return { kills, longestGapMs };
};

/** Rows of the log by case and version. */
const readLogKeys = async (url: string): Promise<ReadonlySet<string>> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return new Set((await client.query<{ key: string }>(`select case_id || '@' || version as key from log`)).rows.map(({ key }) => key));
  } finally {
    await client.end();
  }
};

const loadAndKill = async (office: OfficeProcess, wanted: Wanted, journal: Journal): Promise<{ kills: number; longestGapMs: number }> => {
  const clerks = await takeSeats(office.base);
  const names = (await clerks[0]?.client.get<{ name: string }[]>('/api/workflows'))?.body.map(({ name }) => name) ?? [];
  let over = false;
  const working = Promise.all(clerks.map((clerk) => work(clerk, names, journal, () => over)));
  const killed = await killAgainAndAgain(office, wanted, journal).finally(() => (over = true));
  await working;
  return killed;
};

/** Takes some seconds for each kill. Throws where the office does not come back. */
export const killAndCount = async (wanted: Wanted): Promise<Counted> => {
  const folder = temporaryFolder('casework-faults-');
  await wanted.prepare?.(folder.path);
  const office = await officeProcess(folder.path, { entry: wanted.entry });
  const journal = makeJournal();
  try {
    wanted.say(`the office was ready after ${await office.start()} ms`);
    const before = await readLogKeys(office.databaseUrl());
    const killed = await loadAndKill(office, wanted, journal);
    await office.kill();
    const snapshot = await readSnapshot(office.databaseUrl(), loadKeys(join(folder.path, 'keys')));
    const findings = nineZeros(snapshot, journal.acknowledged(), ({ case_id, version }) => before.has(`${case_id}@${version}`));
    return { ...killed, acknowledged: journal.acknowledged().length, answered: journal.writes.filter(({ answer }) => answer !== null).length, fates: journal.fates(), findings };
  } finally {
    await office.kill();
    await startPrivatePostgres(folder.path).then((postgres) => postgres.stop(), () => undefined);
    folder.remove();
  }
};
