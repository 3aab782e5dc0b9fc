/** Goes through everything that can happen to a case together with the cases it meets, and tells where it comes to what it must not. */
import { CLOCK, type Case, type Data } from '../../../workflows/kit/words.ts';
import { liveOrigins, nameOf, type Sight } from '../node-names.ts';
import { openedBut } from '../world.ts';
import { MAIN, movesOf, type Setting, type Try } from './moves.ts';
import { play, type Cases, type Ground, type Happened } from './office.ts';
import { SUSPECT, suspicion, type Duties, type Held } from './people.ts';

/** Looks on as the cases go their way. `wrong` is asked after each event of the case itself. */
export type Watch = { readonly start: Data; next(seen: Data, happened: Happened): Data; wrong(seen: Data, happened: Happened, cases: Cases, held: Held): string | null };
export type Together = Setting & { readonly sight: Sight; readonly duties: Duties; readonly watch: Watch; readonly limit?: number; /** Goes no further once something is wrong. */ readonly first?: true };
export type Found = { readonly situations: number; readonly tries: number; readonly complete: boolean; readonly states: ReadonlySet<string>; readonly wrong: readonly string[]; readonly mistaken: readonly string[] };

type Here = { readonly cases: Cases; readonly seen: Data; readonly held: Held };
type Reached = Here & { readonly name: string; readonly label: string; readonly wrong: string | null };
type Node = Here & { readonly from: number; readonly label: string; readonly goes: Set<string> };

/** Of the situations met again so many are looked at a second time, to see that their name says enough. */
const [EACH, LOOKED_AGAIN] = [97, 300];

const labelOf = ({ id, event, actor }: Try['planned'], state: string): string => `${id === MAIN ? '' : `${id}.`}${event}${actor !== CLOCK && actor.id === SUSPECT ? '(suspect)' : ''}→${state}`;

/** One step on from where things stand; null where it is refused. */
const stepper = ({ main, meets, at, known, sight, duties, watch, files = () => [] }: Together) => {
  const oracle = new Map<string, boolean>();
  const opened = openedBut(main, known, oracle);
  const others = meets.map(({ workflow }) => workflow);
  const ground: Ground = { at, files, workflows: new Map([opened, ...others].map((one) => [one.name, one])) };
  const people = suspicion(main, others, duties);
  const sights = new Map(meets.map(({ workflow, sees }) => [workflow.name, { looks: [], sees }]));
  const live = new Map([main, ...others].map((one) => [one.name, liveOrigins(one)]));

  const nameHere = ({ cases, seen, held }: Here): string => JSON.stringify([...cases.values()].map((one) =>
    nameOf(one, sights.get(one.workflow) ?? sight, live.get(one.workflow)?.(one.state, one.memory.origins) ?? new Set(), [held[one.workflow]?.toSorted(), people.pastOf(one), one.id === MAIN && seen])));

  /** What the case has left counts no more: another of its kind can be opened at any time. */
  const left = (cases: Cases, held: Held): Pick<Here, 'cases' | 'held'> => {
    const one = cases.get(MAIN) as Case;
    const there = [...cases].filter(([id, { workflow }]) => id === MAIN || meets.some((meeting) => meeting.workflow.name === workflow && meeting.linked(one) === id));
    const names = new Set(there.map(([, { workflow }]) => workflow));
    return { cases: new Map(there.map(([id, other]) => [id, people.forgotten(held, other)])), held: Object.fromEntries(Object.entries(held).filter(([name, list]) => names.has(name) && list.length > 0)) };
  };

  const step = (before: Data, { cases, held, planned, answers }: Try): Reached | null => {
    for (const [name, said] of answers) oracle.set(name, said);
    const played = play(ground, cases, planned);
    if (!played) return null;
    let [seen, now, wrong]: [Data, Held, string | null] = [before, held, null];
    for (const happened of played.happened) {
      now = people.takenUp(now, happened);
      seen = watch.next(seen, happened);
      if (happened.before.id === MAIN) wrong ??= watch.wrong(seen, happened, played.cases, now);
    }
    const here = { ...left(played.cases, now), seen };
    return { ...here, name: nameHere(here), wrong, label: labelOf(planned, here.cases.get(MAIN)?.state ?? '') };
  };
  const open = ({ one, held }: { readonly one: Case; readonly held: Held }): Reached => {
    const here = { cases: new Map([[MAIN, one]]), held, seen: watch.start };
    return { ...here, name: nameHere(here), label: `open${held[main.name] ? '(suspect)' : ''}`, wrong: null };
  };
  return { opened, people, step, open };
};

export const searchTogether = (asked: Together): Found => {
  const { opened, people, step, open } = stepper(asked);
  const moves = movesOf(asked, people);
  const nodes: Node[] = [];
  const byName = new Map<string, number>();
  const wrong = new Map<string, string>();
  const again: { readonly node: number; readonly there: Reached }[] = [];
  let [tries, metAgain, done] = [0, 0, 0];

  const arrive = (there: Reached, from: number): number => {
    const known = byName.get(there.name);
    if (known !== undefined) {
      if ((metAgain += 1) % EACH === 0 && again.length < LOOKED_AGAIN) again.push({ node: known, there });
      return known;
    }
    byName.set(there.name, nodes.length);
    nodes.push({ cases: there.cases, seen: there.seen, held: there.held, from, label: there.label, goes: new Set() });
    return nodes.length - 1;
  };
  const storyOf = (place: number): string => {
    const words: string[] = [];
    for (let i = place; i >= 0; i = nodes[i]?.from ?? -1) words.unshift(nodes[i]?.label ?? '');
    return words.join(' ');
  };
  const goesFrom = (here: Here): Reached[] => moves.triesFrom(here).flatMap((move) => ((tries += 1), step(here.seen, move) ?? []));

  for (const one of moves.openings(opened)) arrive(open(one), -1);
  for (; done < nodes.length && nodes.length < (asked.limit ?? 1_000_000) && !(asked.first && wrong.size > 0); done += 1) {
    const node = nodes[done] as Node;
    for (const there of goesFrom(node)) {
      const to = arrive(there, done);
      node.goes.add(`${there.label} ${to}`);
      if (there.wrong !== null && !wrong.has(there.wrong)) wrong.set(there.wrong, `${storyOf(done)} ${there.label}`);
    }
  }
  const complete = done >= nodes.length;
  const differs = ({ node, there }: (typeof again)[number]): string[] => {
    const [goes, theirs] = [new Set(goesFrom(there).map(({ label, name }) => `${label} ${byName.get(name)}`)), nodes[node]?.goes ?? new Set()];
    return goes.size === theirs.size && [...goes].every((go) => theirs.has(go)) ? [] : [`${there.label} taken for ${storyOf(node)}`];
  };
  return {
    situations: nodes.length, tries, complete, wrong: [...wrong].map(([sentence, story]) => `${sentence}: ${story}`), mistaken: complete ? [...new Set(again.flatMap(differs))] : [],
    states: new Set(nodes.flatMap(({ cases }) => [...cases.values()].map(({ workflow, state }) => `${workflow} ${state}`))),
  };
};
