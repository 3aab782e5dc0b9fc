/** The office's work in the background: telling, sealing each minute, forgetting old answers, and what falls due. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { systemNow } from '../office.ts';
import type { Office } from '../office.ts';
import { forgetBulks } from '../store/bulk-run.ts';
import { forgetDrafts } from '../store/drafts.ts';
import { forgetRuns } from '../store/check-runs.ts';
import { forgetMessages } from '../store/messages.ts';
import { forgetSeen } from '../store/notifications.ts';
import { forgetAnswers } from '../store/idempotency.ts';
import { forgetWorkbooks } from '../store/workbooks.ts';
import { draftsEndBefore } from '../use-cases/drafts.ts';
import { runDue } from '../use-cases/run-due.ts';
import { sealOffice } from '../use-cases/seal-office.ts';
import { sweepFiles } from '../use-cases/sweep-files.ts';
import { forgetImports } from '../use-cases/run-import.ts';
import { BULK } from './bulk.ts';
import { ROTATION, workOnRotations } from './rotation.ts';
import { IMPORT } from './imports.ts';
import { CHECKS } from './checks.ts';
import { MESSAGE, MOST_TRIES } from './messages.ts';
import { LOOKS_SELDOM } from './queue.ts';
import { TELL, workOnTells } from './tell.ts';
import { workOnBulks } from './work-on-bulks.ts';
import { workOnChecks } from './work-on-checks.ts';
import { DIGEST, workOnMessages } from './work-on-messages.ts';
import type { Outward } from './work-on-messages.ts';
import { workOnImports } from './work-on-imports.ts';

const SEAL = 'seal-office';
const FORGET = 'forget-answers';
const SWEEP = 'sweep-files';
/** Nobody's retry is older. */
const KEPT_DAYS = 90;
/** Files that were brought and not gone on with hold personal data for nothing. */
const FILES_KEPT_DAYS = 7;
/** As long as a month is worked on and spoken about. */
const WORKBOOKS_KEPT_DAYS = 60;
const DUE_EVERY_MS = 1_000;

/** The queues, with connections of their own: a handler must never wait for a request's. Stop it last. */
export const openQueues = async (url: string, log: Logger): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString: url, max: 3, application_name: 'casework-jobs' });
  boss.on('error', (error) => log.warn({ err: error }, 'the queues met an error'));
  await boss.start();
  for (const name of [TELL, SEAL, FORGET, SWEEP, DIGEST]) await boss.createQueue(name, { retryLimit: 10, retryBackoff: true, retryDelay: 2, expireInSeconds: 300 });
  await boss.createQueue(MESSAGE, { retryLimit: MOST_TRIES - 1, retryBackoff: true, retryDelay: 30, retryDelayMax: 3600, expireInSeconds: 120 });
  // Somebody waits for it: it is tried until it has ended.
  await boss.createQueue(BULK, { retryLimit: 10_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 60, expireInSeconds: 300 });
  await boss.createQueue(ROTATION, { retryLimit: 10_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 60, expireInSeconds: 300 });
  await boss.createQueue(IMPORT, { retryLimit: 10_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 60, expireInSeconds: 600 });
  await boss.createQueue(CHECKS, { retryLimit: 10_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 60, expireInSeconds: 3600 });
  // Known before the first event: looking it up then would take a second connection.
  await boss.getQueues();
  return boss;
};

/** Due times are rows; looking at them each second needs no timer that a restart could lose. */
const watchDue = (office: Office): (() => Promise<void>) => {
  const ending = new AbortController();
  const round = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await runDue(office, systemNow()).catch((error: unknown) => office.log.warn({ err: error }, 'due events could not be sent'));
      await sleep(DUE_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = round();
  return async () => {
    ending.abort();
    await running;
  };
};

/** Starts the work of this process; `stop` lets what is under way end. A clock stepped by hand sends due events itself. */
export const startJobs = async (office: Office, outward: Outward): Promise<{ stop(): Promise<void> }> => {
  const { jobs } = office;
  await workOnTells(office);
  await workOnMessages(office, outward);
  await jobs?.work(SEAL, { pollingIntervalSeconds: LOOKS_SELDOM }, async () => void (await sealOffice(office)));
  await jobs?.schedule(SEAL, '* * * * *');
  await jobs?.work(FORGET, { pollingIntervalSeconds: LOOKS_SELDOM }, async () => {
    const before = new Date(Date.now() - KEPT_DAYS * 86_400_000);
    await forgetAnswers(office.db, office.district, before);
    await forgetMessages(office.db, office.district, before);
    await forgetSeen(office.db, office.district, before);
    await forgetBulks(office.db, office.district, before);
    await forgetDrafts(office.db, office.district, draftsEndBefore(Date.now()));
    await forgetImports(office, new Date(Date.now() - FILES_KEPT_DAYS * 86_400_000));
    await forgetWorkbooks(office.db, office.district, new Date(Date.now() - WORKBOOKS_KEPT_DAYS * 86_400_000));
    await forgetRuns(office.db, office.district, before);
  });
  await jobs?.schedule(FORGET, '17 3 * * *', null, { tz: 'Asia/Shanghai' });
  await jobs?.work(SWEEP, { pollingIntervalSeconds: LOOKS_SELDOM }, async () => void (await sweepFiles(office, Date.now())));
  await jobs?.schedule(SWEEP, '41 * * * *');
  const endBulks = await workOnBulks(office);
  const endRotations = await workOnRotations(office);
  const endImports = await workOnImports(office);
  const endChecks = await workOnChecks(office);
  const endDue = office.clock === 'system' ? watchDue(office) : () => Promise.resolve();
  return {
    stop: async () => {
      endBulks();
      endRotations();
      endImports();
      endChecks();
      await endDue();
      await jobs?.stop({ graceful: true, timeout: 10_000 });
    },
  };
};
