/** What an event sets off in other cases: all of it is accepted, or the event is refused. */
import { advance, bornRow } from '../../workflows/kit/advance.ts';
import { childId } from '../../workflows/kit/ids.ts';
import { makeTemplate } from '../../workflows/kit/template.ts';
import type { Effect, Refusal } from '../../workflows/kit/words.ts';
import { freshBytes } from '../keys/random.ts';
import { getWorkflow } from '../office.ts';
import { bornGenesis, bornWords } from '../store/chain.ts';
import { freezeList } from '../store/frozen.ts';
import { findNamed } from '../store/listed.ts';
import { findStanding, findTaken, findVillages, lockCases } from '../store/lock-cases.ts';
import { openRecords } from '../store/open-records.ts';
import { writeCases } from '../store/write-cases.ts';
import { tellDuties } from './tell-duties.ts';
import { blocked } from './work.ts';
import type { Outcome, Planned, Work } from './work.ts';
import { asBorn } from './write-wave.ts';
import type { AcceptedEvent } from './write-wave.ts';

type Apply = (work: Work, planned: readonly Planned[]) => Promise<Outcome[]>;
type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

const DEEPEST = 6;

const firstRefusal = (outcomes: readonly Outcome[]): Refusal | null => {
  const refused = outcomes.find((one) => !one.accepted);
  if (!refused || refused.accepted) return null;
  return refused.reason === 'blocked' ? refused : blocked(refused.reason);
};

const send = async (work: Work, { planned }: AcceptedEvent, { workflow: name, event, to, as }: Of<'send'>, apply: Apply): Promise<Refusal | null> => {
  const { tx, office } = work;
  const workflow = getWorkflow(office, name);
  const targets = 'states' in to ? (await findStanding(tx, office.district, name, to)).map((id) => ({ id, data: to.data })) : to;
  const missing = targets.map(({ id }) => id).filter((id) => !work.held.has(id));
  for (const one of await lockCases(tx, { keys: office.keys, district: office.district }, missing)) work.held.set(one.case.id, one);
  return firstRefusal(await apply(work, targets.map(({ id, data }) =>
    ({ caseId: id, workflow, birth: null, sender: as ?? planned.sender, through: planned.through ?? planned.workflow.name, eventId: `${planned.eventId}.${event}`, type: event, data, at: planned.at }))));
};

const openPerUnit = async (work: Work, { planned, decision }: AcceptedEvent, { workflow: name, data }: Of<'openPerUnit'>, apply: Apply): Promise<Refusal | null> => {
  const { tx, office } = work;
  const { id: parent, unit: above } = decision.case;
  const births = (await findVillages(tx, office.district, above)).map((unit) => ({ id: childId(parent, unit), unit, parent }));
  const taken = await findTaken(tx, office.district, births.map(({ id }) => id));
  if (taken.length > 0) return blocked('id-taken');
  const workflow = getWorkflow(office, name);
  return firstRefusal(await apply(work, births.map((birth) => ({ caseId: birth.id, workflow, birth, sender: 'clock', eventId: planned.eventId, type: 'open', data, at: planned.at }))));
};

/** Nobody else writes it, so that it stands for a record's words alone. */
const freshTag = (): string => freshBytes(18).toString('hex');

/** Thousands at once: the parent's row stands for their opening in the log, and its hash begins their chains. */
const openPerRecord = async (work: Work, { planned, decision }: AcceptedEvent, { workflow: name, register, data, among, lastAs, lastBut }: Of<'openPerRecord'>): Promise<Refusal | null> => {
  const { tx, office, sealed, held } = work;
  const { id: parent, unit, version: parentVersion } = decision.case;
  const workflow = getWorkflow(office, name);
  const head = held.get(parent)?.head ?? '';
  const template = makeTemplate(({ id, name: called, last }) => {
    const birth = { parentVersion, at: planned.at, data: { ...data, ...(lastAs && last && { [lastAs]: last }), record: id, name: called } };
    const one = advance(workflow, null, { id: childId(parent, id), unit, parent }, bornRow(workflow, birth.at, birth.data));
    // One for all: they are born at one unit, into one state.
    tellDuties(work, workflow, [one]);
    return asBorn(workflow, one, birth, bornWords(head, birth));
  }, [freshTag(), freshTag()]);
  const records = { register, unit, among: among ?? null, follows: lastAs !== undefined, lastBut: lastBut ?? [] };
  return (await openRecords(tx, { keys: office.keys, district: office.district, sealed }, records, template)) ? null : blocked('id-taken');
};

/** The parent's row names them; whoever is on the list already is left as they are. */
const openFor = async (work: Work, { planned, decision }: AcceptedEvent, { workflow: name, entries, data }: Of<'openFor'>): Promise<null> => {
  const { tx, office, sealed, held } = work;
  const { id: parent, unit, version: parentVersion } = decision.case;
  const workflow = getWorkflow(office, name);
  const head = held.get(parent)?.head ?? '';
  const taken = await findTaken(tx, office.district, entries.map((entry) => childId(parent, entry)));
  const records = (await findNamed(tx, office.district, unit, entries)).filter(({ id }) => !taken.includes(childId(parent, id)));
  const born = records.map((record) => {
    const birth = { parentVersion, at: planned.at, data: { ...data, record: record.id, name: record.name } };
    const one = advance(workflow, null, { id: childId(parent, record.id), unit, parent }, bornRow(workflow, birth.at, birth.data));
    return asBorn(workflow, one, birth, bornGenesis(head, birth));
  });
  tellDuties(work, workflow, born.slice(0, 1).map((one) => one.case));
  for (const one of writeCases(tx, { keys: office.keys, district: office.district, sealed }, born)) held.set(one.case.id, one);
  return null;
};

const follow = (work: Work, event: AcceptedEvent, effect: Effect, apply: Apply): Promise<Refusal | null> => {
  switch (effect.type) {
    case 'send': return send(work, event, effect, apply);
    case 'openPerUnit': return openPerUnit(work, event, effect, apply);
    case 'openPerRecord': return openPerRecord(work, event, effect);
    case 'freeze':
      freezeList(work.tx, work.office.district, event.decision.case.id, effect.round, effect.what);
      return Promise.resolve(null);
    case 'openFor': return openFor(work, event, effect);
    case 'tell': case 'text': case 'post': case 'changeRegister': case 'addEntry': case 'erase': case 'substitute': case 'endSubstitution': return Promise.resolve(null);
  }
};

/** The first refusal met, or null. `apply` is handed in: events cause effects, and effects events. */
export const followEffects = async (work: Work, event: AcceptedEvent, apply: Apply): Promise<Refusal | null> => {
  if (work.depth > DEEPEST) throw new Error(`${event.planned.workflow.name}: effects of effects go round in a circle`);
  for (const effect of event.decision.effects) {
    const refusal = await follow(work, event, effect, apply);
    if (refusal) return refusal;
  }
  return null;
};
