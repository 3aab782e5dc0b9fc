/**
 * `npm run outcomes`: every outcome of claims and nominations, reached over HTTP by people of the demo town, the clock moved, the ledger watched at every step.
 * With `-- --plant entry` or `-- --plant pair` a row of the ledger is tampered with on the way, and it has to turn red; `-- --only WORD` tells only outcomes whose title has it.
 */
import { parseArgs } from 'node:util';
import { plainYuan } from '../../workflows/office/money.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { httpDoor } from '../doors/http.ts';
import { storyDoor } from '../doors/over-http.ts';
import { HONEST, officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { LedgerFault, watchLedger, type Paid, type Watch } from './ledger-watch.ts';
import { outcomes, titleOutcomes } from './outcomes.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf } from './people.ts';
import { plants, type Planted } from './plant.ts';
import { machines, readGone, takenOf, type Gone } from './taken.ts';
import { tellOutcomes, type Telling } from './tell-outcomes.ts';

const { values } = parseArgs({ options: { plant: { type: 'string' }, only: { type: 'string', default: '' } } });
const planted = plants.find((one) => one === values.plant) ?? null;
if (values.plant !== undefined && !planted) throw new Error(`Plants are: ${plants.join(', ')}`);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Office = { readonly entry: string; readonly past: boolean; readonly told: readonly Outcome[]; readonly planted: Planted | null };
type Done = { readonly telling: Telling; readonly looked: Watch['looked']; readonly gone: readonly Gone[]; readonly paid: readonly Paid[] };

const tellIn = async ({ entry, past, told, planted: how }: Office): Promise<Done> => {
  const folder = temporaryFolder('casework-outcomes-');
  const office = await officeProcess(folder.path, { entry });
  try {
    say(`\nthe office was ready after ${await office.start()} ms`);
    const door = storyDoor(httpDoor('office', office.base));
    const watch = watchLedger(office.databaseUrl(), folder.path, how);
    try {
      const telling = await tellOutcomes(door, watch, peopleOf(makeTown({ scale: 'full' }), await door.now(), { past }), told, say);
      return { telling, looked: watch.looked, gone: await readGone(watch.office), paid: await watch.paid() };
    } finally {
      await watch.close();
    }
  } finally {
    await office.stop();
    folder.remove();
  }
};

const tellPaid = (paid: readonly Paid[]): void => {
  say('\npaid, less what came back, the town’s own past included');
  for (const [programme, lines] of Map.groupBy(paid, (one) => one.programme)) {
    for (const { line, ledger } of lines) say(`  ${programme.padEnd(20)} ${line.padEnd(20)} ${plainYuan(ledger).padStart(12)}`);
    const ledger = lines.reduce((sum, one) => sum + one.ledger, 0);
    say(`  ${programme.padEnd(20)} ${'in all'.padEnd(20)} ${plainYuan(ledger).padStart(12)}   claims ${plainYuan(lines[0]?.claims ?? 0).padStart(12)}`);
  }
};

/** Gives what is missing. */
const tellTaken = (gone: readonly Gone[]): string[] => machines.flatMap((workflow) => {
  const { cases, ends, arrows, allArrows, events, allEvents, notTaken, notEntered } = takenOf(workflow, gone);
  say(`\n${workflow}: ${cases} cases; ${events} of ${allEvents} events of its states, ${arrows} of ${allArrows} arrows taken`);
  for (const [state, count] of [...ends].toSorted(([, a], [, b]) => b - a)) say(`  ${String(count).padStart(4)} × ${state}`);
  if (notTaken.length > 0) say(`  not taken: ${notTaken.join(', ')}`);
  return notEntered.map((state) => `${workflow}: nobody came to ${state}`);
});

const wanted = (all: readonly Outcome[]): Outcome[] => all.filter(({ title }) => title.includes(values.only));
const began = performance.now();
let wrong: string[] = [];
try {
  const done: Done[] = [];
  const offices: readonly Office[] = [
    { entry: HONEST, past: true, told: wanted(outcomes), planted },
    { entry: 'tests/outcomes/past-office.ts', past: false, told: wanted(titleOutcomes), planted: null },
  ];
  for (const office of offices.filter(({ told }) => told.length > 0)) done.push(await tellIn(office));
  const missing = tellTaken(done.flatMap(({ gone }) => gone));
  for (const { paid } of done) if (paid.length > 0) tellPaid(paid);
  wrong = [...done.flatMap(({ telling }) => telling.wrong), ...(values.only === '' ? missing : [])];
  say('');
  for (const { telling: { sent, accepted, turns, from, until }, looked } of done) say(`${sent} events sent, ${accepted} accepted; the clock turned ${turns} times, from ${from} to ${until}; the ledger looked at ${looked.quick} times, ${looked.whole} times wholly`);
} catch (error) {
  if (!(error instanceof LedgerFault) && !(error instanceof Error && error.cause instanceof LedgerFault)) throw error;
  wrong = [`the ledger does not balance: ${error.message}`];
}
for (const one of wrong) say(`RED ${one}`);
say(`${wrong.length === 0 ? `ok: every outcome ${values.only === '' ? '' : 'that was told '}was reached, and the ledger balances to the fen at every step` : `RED: ${wrong.length} wrong`} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
process.exit(wrong.length === 0 ? 0 : 1);
