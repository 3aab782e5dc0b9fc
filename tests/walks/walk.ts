/** Random people of the cast send random events to random cases, some at the same moment, while the clock goes on. */
import type { Office } from '../../server/office.ts';
import { runDue } from '../../server/use-cases/run-due.ts';
import { sendEvents } from '../../server/use-cases/send-events.ts';
import type { Sending, Sent } from '../../server/use-cases/sending.ts';
import type { Workflow, World } from '../../workflows/kit/workflow.ts';
import type { Data, Entry, Instant, OtherCase } from '../../workflows/kit/words.ts';
import { randomFrom } from '../../workflows/office/demo-town/random.ts';
import type { Random } from '../../workflows/office/demo-town/random.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { castOf, pickEvent, pickForm, pickPerson, pickWorkflow } from './chance.ts';
import type { Cast, Tries } from './chance.ts';

/** Nominations are commended under the scheme of 2024 only, claims paid out of the budgets of 2026. */
const ERAS: readonly Instant[] = ['2024-03-04T01:00:00.000Z', '2026-11-23T01:00:00.000Z'];
/** So many cases of a workflow are walked at a time, so that some come far; where walks are counted, many, and few of what they meet. */
const STANDING = 14;
const [SIDE_BY_SIDE, MET] = [48, 4];
const [TOGETHER, TOGETHER_IN_WALKS] = [10, 32];
/** A case that was looked at so often without going on is given up. */
const GIVEN_UP = 80;
const PATIENCE = 12;
const HOUR = 3_600_000;

export type Accepted = { readonly sending: Sending; readonly sent: Extract<Sent, { done: true }> };
export type Walked = { readonly sent: number; readonly accepted: readonly Accepted[]; readonly refused: ReadonlyMap<string, number>; readonly replayed: number; readonly wrong: readonly string[]; readonly until: Instant; /** Cases of the processes walked. */ readonly walks: number };
/** `walks`: so many cases of the processes named are opened and walked until they end or are given up. */
export type Asked = { readonly seed: number; readonly events: number; readonly eras?: readonly Instant[]; readonly walks?: { readonly of: readonly string[]; readonly count: number }; say?(line: string): void };

type Standing = OtherCase & { readonly workflow: string; readonly version: number; readonly subject: string | null; readonly live: boolean; readonly waits: Instant | null };
const looksOf = ({ id, version }: Standing): string => `${id}@${version}`;
type Scene = { readonly office: Office; readonly town: Town; readonly cast: Cast; readonly chance: Random; readonly at: Instant; readonly cases: readonly Standing[]; readonly name: (what: string) => string; readonly tries: Tries; readonly walks: Asked['walks']; /** Cases that have a move already. */ readonly moved: Set<string> };

const readCases = async ({ db, district }: Office): Promise<Standing[]> => {
  const rows = await db.selectFrom('cases').select(['id', 'workflow', 'state', 'unit', 'version', 'subject', 'live', 'opened_by as openedBy', 'data', 'asks_at']).where('district', '=', district).orderBy('changed_at', 'desc').orderBy('id').execute();
  return rows.map(({ asks_at, ...row }) => ({ ...row, data: row.data as Data, waits: asks_at?.toISOString() ?? null }));
};

const worldAt = ({ town, at, cases, chance }: Scene, { name }: Workflow, unit: string): World => {
  const busy = new Set(cases.flatMap(({ workflow, live, subject }) => (workflow === name && live ? [subject] : [])));
  const free = (entries: readonly Entry[]): Entry[] => chance.shuffled(entries.filter((one) => one.unit.startsWith(unit) && !busy.has(one.id)));
  return {
    at, unit, cases: (workflow, states) => cases.filter((one) => one.workflow === workflow && states.includes(one.state)),
    free: { residents: free(town.residents.map((one) => ({ id: one.id, unit: one.unit, values: { ...one } }))), households: free(town.households.map((one) => ({ id: one.id, unit: one.unit, values: { ...one } }))) },
  };
};

const opening = (scene: Scene, workflow: Workflow): Sending => {
  const { chance, cast, town, at, name } = scene;
  const units = town.units.filter(({ kind }) => kind === workflow.unit).slice(0, 4);
  const unit = chance.pick(units).id;
  const caseId = name('case');
  return { asker: cast.askerAt(pickPerson(chance, cast, workflow.open.who, unit), at), workflow, caseId, opening: true, body: { id: caseId, unit, data: pickForm(chance, workflow.examples(worldAt(scene, workflow, unit))['open']) } };
};

const event = (scene: Scene, workflow: Workflow, one: Standing): Sending | null => {
  const { chance, cast, at, name, tries } = scene;
  tries.set(looksOf(one), (tries.get(looksOf(one)) ?? 0) + 1);
  const type = pickEvent(chance, workflow, one, tries);
  if (type === null) return null;
  const person = pickPerson(chance, cast, workflow.states[one.state]?.on[type]?.who ?? [], one.unit);
  const version = chance.next() < 0.03 ? one.version - 1 : one.version;
  return { asker: cast.askerAt(person, at), workflow, caseId: one.id, opening: false, body: { id: name('event'), type, version, data: pickForm(chance, workflow.examples(worldAt(scene, workflow, one.unit))[type]) } };
};

/** How many cases of the process may be under way, and whether another may be opened. */
const roomFor = ({ walks, cases }: Scene, name: string): { readonly most: number; readonly opens: boolean } => {
  if (!walks) return { most: STANDING, opens: true };
  if (!walks.of.includes(name)) return { most: MET, opens: true };
  return { most: SIDE_BY_SIDE, opens: cases.filter(({ workflow }) => walks.of.includes(workflow)).length < walks.count };
};
const underWayOf = ({ walks, tries, cases }: Scene, { name, states }: Workflow): { readonly standing: readonly Standing[]; readonly live: readonly Standing[] } => {
  const standing = cases.filter((one) => one.workflow === name && Object.keys(states[one.state]?.on ?? {}).length > 0);
  return { standing, live: standing.filter((one) => one.live && !(walks?.of.includes(name) && (tries.get(looksOf(one)) ?? 0) >= GIVEN_UP)) };
};

/** Null where nothing is worth doing. */
const pickMove = (scene: Scene, left = PATIENCE): Sending | null => {
  if (left === 0) return null;
  const { office, chance, walks, moved } = scene;
  const workflow = pickWorkflow(chance, office.workflows);
  const { standing, live } = underWayOf(scene, workflow);
  const { most, opens } = roomFor(scene, workflow.name);
  if (!workflow.open.who.includes('clock') && opens && live.length < most && chance.next() < 0.2) return opening(scene, workflow);
  const among = (chance.next() < 0.9 ? live.slice(0, most * 2) : standing).filter(({ id }) => !moved.has(id));
  const move = among.length > 0 ? event(scene, workflow, chance.pick(among)) : null;
  if (move && walks) moved.add(move.caseId);
  return move ?? pickMove(scene, left - 1);
};

const reasonOf = (sent: Sent): string => (sent.done ? 'done' : sent.reason === 'blocked' ? `blocked ${sent.why.join('+')}` : sent.reason);

/** Goes on a few hours, or to where the next term runs out. Terms end at midnight; people come in the morning. */
const goOn = async ({ office, chance, at, cases }: Scene): Promise<Instant> => {
  const next = cases.flatMap(({ waits }) => (waits !== null && waits > at ? [waits] : [])).toSorted()[0];
  const to = new Date(next && chance.next() < 0.5 ? Date.parse(next) + 9 * HOUR : Date.parse(at) + chance.below(10) * HOUR).toISOString();
  await runDue(office, to);
  return to;
};

/** The same seed walks the same way, as far as those who send at one moment find the same order. */
export const walk = async (office: Office, town: Town, { seed, events, eras = ERAS, walks, say = () => undefined }: Asked): Promise<Walked> => {
  const chance = randomFrom(seed);
  const cast = castOf(town);
  const accepted: Accepted[] = [];
  const refused = new Map<string, number>();
  const wrong: string[] = [];
  const tries: Tries = new Map();
  let [sent, replayed, named, era, at] = [0, 0, 0, 0, eras[0] ?? ''];
  const name = (what: string): string => `${what}-${seed}-${(named += 1)}`;

  const note = (sending: Sending, answer: Sent | undefined): void => {
    if (answer?.done && !answer.replayed) accepted.push({ sending, sent: answer });
    else if (answer?.done) replayed += 1;
    else if (!answer || answer.reason === 'malformed' || answer.reason === 'version-missing' || answer.reason === 'id-reused') wrong.push(`${sending.workflow.name} ${JSON.stringify(sending.body)}: ${JSON.stringify(answer)}`);
    else refused.set(reasonOf(answer), (refused.get(reasonOf(answer)) ?? 0) + 1);
  };

  const together = walks ? TOGETHER_IN_WALKS : TOGETHER;
  const isOver = (scene: Scene): boolean => walks !== undefined && opened >= walks.count && office.workflows.every((one) => !walks.of.includes(one.name) || underWayOf(scene, one).live.length === 0);
  let opened = 0;

  for (let told = 0; sent < events;) {
    const due = Math.floor((sent / events) * eras.length);
    if (due > era) {
      era = due;
      at = [at, eras[era] ?? at].toSorted()[1] ?? at;
      await runDue(office, at);
    }
    const scene: Scene = { office, town, cast, chance, at, cases: await readCases(office), name, tries, walks, moved: new Set() };
    opened = walks ? scene.cases.filter(({ workflow }) => walks.of.includes(workflow)).length : scene.cases.length;
    if (isOver(scene)) break;
    const moves = Array.from({ length: together }, () => (accepted.length > 0 && chance.next() < 0.03 ? chance.pick(accepted).sending : pickMove(scene))).filter((move) => move !== null);
    const answers = await sendEvents(office, moves);
    moves.forEach((move, i) => note(move, answers[i]));
    sent += moves.length;
    if (chance.next() < 0.3 || moves.length < together / 2) at = await goOn(scene);
    if (sent - told >= 1000) say(`${(told = sent)} events, ${accepted.length} accepted, the office's clock at ${at}`);
  }
  return { sent, accepted, refused, replayed, wrong, until: at, walks: opened };
};
