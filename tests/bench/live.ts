/** `npm run bench-live`: two hundred people with a page open: what their streams cost while nothing happens, and how soon one hears of what another did. */
import { readFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Definition } from '../doors/http.ts';
import { httpDoor } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { openStream } from '../tools/stream.ts';
import { conclude, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';

const STREAMS = 200;
const TOGETHER = 4;
const MINUTE_MS = 60_000;
const MOST_SECONDS = 1;
const LONGEST_MS = 2_000;
const EVENTS = 20;
const CLERK = 'village01';
const TICKS_PER_SECOND = 100;

const people = [...Array.from({ length: 18 }, (_, n) => `village${String(n + 1).padStart(2, '0')}`), 'town1', 'town2', 'town3', 'town4', 'reviewer1', 'reviewer2', 'reviewer3', 'finance1', 'finance2', 'head1', 'head2'];

/** Processor seconds that the process has taken, of user and system. */
const secondsOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
};

const idleMinute = async (pid: number): Promise<number> => {
  const before = secondsOf(pid);
  await sleep(MINUTE_MS);
  return secondsOf(pid) - before;
};

const folder = temporaryFolder('casework-bench-');
const office = await officeProcess(folder.path, { env: { CLOCK: 'system' } });
const goals: Goal[] = [];
try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}`);
  await office.start();
  await sleep(10_000);
  const alone = await idleMinute(office.pid());
  say(`an idle minute without streams: ${alone.toFixed(2)} s of processor`);

  const streams = [];
  for (let n = 0; n < STREAMS; n += TOGETHER) streams.push(...(await Promise.all(Array.from({ length: TOGETHER }, (_, i) => openStream(office.base, people[(n + i) % people.length] ?? CLERK)))));
  await sleep(5_000);
  const idle = await idleMinute(office.pid());
  goals.push({ name: `${STREAMS} streams add below ${MOST_SECONDS} s of processor to the server’s idle minute`, met: idle - alone < MOST_SECONDS, figure: `${idle.toFixed(2)} s with them, ${alone.toFixed(2)} s without` });

  const clerk = await httpDoor('office', office.base).as(CLERK);
  const other = streams[0];
  const took: number[] = [];
  for (let n = 0; n < EVENTS; n += 1) {
    const { body: { examples } } = await clerk.get<Definition>('/api/workflows/model-household');
    const heard = other?.count() ?? 0;
    const { status } = await clerk.send('POST', '/api/model-household', { id: `bench-live-${n}`, unit: '999901101001', data: [examples.open].flat()[0] });
    if (status !== 201) throw new Error(`The case was answered ${status}.`);
    const accepted = performance.now();
    await other?.changed(heard + 1, LONGEST_MS * 2);
    took.push(performance.now() - accepted);
    await sleep(n % 2 === 0 ? 100 : 1_500);
  }
  const spread = spreadOf(took);
  goals.push({ name: `another stream hears of an accepted event below ${LONGEST_MS} ms`, met: spread.most < LONGEST_MS, figure: `${show(spread)} ms` });
  const left = streams.filter(({ text }) => text().includes('alive')).length;
  goals.push({ name: 'every stream still stands', met: left === STREAMS, figure: `${left} of ${STREAMS}` });
  for (const one of streams) one.hangUp();
} finally {
  await office.stop();
  folder.remove();
}
conclude(goals);
