/** A program that knows only `GET /api/workflows/<name>` and walks every arrow with the examples it is given. */
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { CaseOut, Definition, Door } from '../doors/http.ts';
import { arrowKey, makeHands, type Hands, type User } from './hands.ts';
import { plansFor, settledStates, wayTo } from './plan.ts';

export type Walk = {
  /** Arrows walked, as `workflow|from|event|to`. */
  readonly walked: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Answers that the contract does not name. */
  readonly wrong: readonly string[];
  /** Refusals by declared code, counted. */
  readonly refused: ReadonlyMap<string, number>;
  /** Accepted events. */
  readonly events: number;
};
type Asked = { readonly users: readonly string[]; /** How often each arrow is attempted. */ readonly passes?: number; /** The clock is not stepped beyond. */ readonly until: string };

const TURNS = 8;
/** How deep one case's standing still is looked into: parents, children, cases it names. */
const DEPTH = 2;

export const walkEveryArrow = async (door: Door, { users, passes = 5, until }: Asked): Promise<Walk> => {
  const hands = await makeHands(door, users, until);
  const all = new Set([...hands.definitions].flatMap(([name, { arrows }]) => arrows.map((arrow) => arrowKey(name, arrow))));
  const isWalked = (name: string, arrow: ArrowInfo): boolean => hands.walked.has(arrowKey(name, arrow));
  const outcomes = makeMemory();
  let turn = 0;

  /** One arrow's event, sent by whoever may with the example that has led there or may yet; the case as it stands then. */
  const trySending = async (one: CaseOut, { event, to, who }: ArrowInfo): Promise<{ one: CaseOut; no: readonly string[] }> => {
    if (who.includes('clock')) return { one: await hands.waitFor(one), no: ['clock'] };
    let [now, no]: [CaseOut, readonly string[]] = [one, []];
    const pattern = outcomes.choose(`${one.workflow}.${one.state}.${event}`, to);
    for (const [i, user] of rotated(hands.holders(who, one.unit), turn).slice(0, 6).entries()) {
      const sent = await hands.send(now, event, user, pattern.of(i));
      if (sent === null) break;
      if ('no' in sent) { no = sent.no; continue; }
      [now, no] = [sent.one, []];
      if (now.state !== one.state || now.state === to) break;
    }
    if (now !== one) pattern.led(now.state);
    return { one: now, no };
  };

  /** What else can be done where a case stands still: its own small steps, then the cases it hangs together with. */
  const loosen = async (one: CaseOut, wanted: ArrowInfo, done: Set<string>, depth: number): Promise<CaseOut | null> => {
    const definition = hands.definitionOf(one.workflow);
    for (const arrow of definition.arrows.filter(({ from, to, event, who }) => from === one.state && to === from && event !== wanted.event && !who.includes('clock') && !done.has(`${one.state}.${event}`))) {
      done.add(`${one.state}.${arrow.event}`);
      const { one: after } = await trySending(one, arrow);
      if (after.version > one.version) return after;
    }
    if (depth === 0) return null;
    const key = `relatives of ${one.state}`;
    if (done.has(key)) return null;
    done.add(key);
    for (const { id, workflow } of await relatives(hands, one)) await settle(await hands.see(workflow, id), depth - 1);
    return hands.see(one.workflow, one.id);
  };

  const takeArrow = async (one: CaseOut, arrow: ArrowInfo, depth: number): Promise<CaseOut> => {
    const done = new Set<string>();
    let now = one;
    for (let n = 0; n < TURNS; n += 1) {
      const before = now.version;
      const tried = await trySending(now, arrow);
      now = tried.one;
      if (now.state !== one.state || (now.version > before && arrow.to === one.state)) return now;
      if (now.version > before) continue;
      const loosened = await loosen(now, arrow, done, depth);
      if (!loosened || loosened.state !== one.state) return loosened ?? now;
      now = loosened;
    }
    return now;
  };

  /** On towards a state in which nothing is anybody's duty, one step. */
  const settle = async (one: CaseOut, depth: number): Promise<void> => {
    const definition = hands.definitionOf(one.workflow);
    const settled = settledStates(definition);
    if (settled.has(one.state)) return;
    const ways = [...settled].flatMap((state) => wayTo(definition, hands.walked, one.state, state) ?? []);
    const [first] = ways;
    if (first) await takeArrow(one, first, depth);
  };

  const follow = async (start: CaseOut, plan: readonly ArrowInfo[]): Promise<void> => {
    let one = start;
    for (const arrow of plan) {
      if (one.state !== arrow.from) return;
      one = await takeArrow(one, arrow, DEPTH);
    }
  };

  const openOne = async (definition: Definition): Promise<CaseOut | null> => {
    const opening = definition.arrows.find(({ from }) => from === null);
    const openers: User[] = opening ? hands.cast.filter(({ posts }) => posts.some(({ post }) => opening.who.includes(post))) : [];
    for (const user of rotated(openers, turn).slice(0, 2)) {
      const sent = await hands.open(definition.name, user, turn);
      if (sent && 'one' in sent) return sent.one;
    }
    return null;
  };

  const attempt = async (definition: Definition, arrow: ArrowInfo, pass: number): Promise<void> => {
    turn += 1;
    const born = definition.arrows.some(({ from, who }) => from === null && who.includes('clock'));
    if (arrow.from === null) return void (born ? null : await openOne(definition));
    const near = await hands.standing(definition.name, { state: arrow.from }, [0, 9]);
    const one = rotated(near, turn)[0];
    if (one && pass % 2 === 0) await follow(one, [arrow]);
    if (isWalked(definition.name, arrow)) return;
    const plansOfNew = plansFor(definition, hands.walked, null, arrow);
    const start = born ? rotated(await hands.standing(definition.name, {}, [turn % 40, (turn % 40) + 9]), turn)[0] : await openOne(definition);
    if (!start) return;
    const plans = born ? plansFor(definition, hands.walked, start.state, arrow) : plansOfNew.map((plan) => plan.slice(1));
    const plan = plans[pass % Math.max(1, plans.length)];
    if (plan) await follow(start, plan);
  };

  for (let pass = 0; pass < passes; pass += 1) {
    for (const definition of hands.definitions.values()) {
      for (const arrow of definition.arrows) if (!isWalked(definition.name, arrow)) await attempt(definition, arrow, pass);
    }
    for (const [id, workflow] of hands.touched) await hands.readLog(workflow, id);
    for (const [name, { arrows }] of hands.definitions) for (const one of arrows.some((arrow) => !isWalked(name, arrow)) ? await hands.standing(name, {}, [0, 19]) : []) await hands.readLog(name, one.id);
    for (const [name, { arrows }] of hands.definitions) for (const arrow of arrows) if (arrow.from === null && arrow.who.includes('clock') && (await hands.standing(name, {}, [0, 0])).length > 0) hands.walked.add(arrowKey(name, arrow));
  }
  return { walked: hands.walked, all, wrong: hands.wrong, refused: hands.refused, events: hands.events() };
};

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_, i) => list[(i + by) % list.length] as T);

/** Which example has led where: all senders the same, or each the next. */
const makeMemory = () => {
  const led = new Map<string, Map<number, Set<string>>>();
  const PATTERNS = 6;
  return {
    choose: (step: string, to: string) => {
      const known = led.get(step) ?? new Map<number, Set<string>>();
      led.set(step, known);
      const untried = Array.from({ length: PATTERNS }, (_, i) => i).find((i) => !known.has(i));
      const right = [...known].find(([, states]) => states.has(to))?.[0];
      const n = right ?? untried ?? 0;
      return {
        of: (i: number): number => (n === PATTERNS - 1 ? i : n),
        led: (state: string): void => void known.set(n, (known.get(n) ?? new Set()).add(state)),
      };
    },
  };
};

/** The case's parent, cases that its data name, and its children. */
const relatives = async (hands: Hands, one: CaseOut): Promise<{ id: string; workflow: string }[]> => {
  const named = Object.values(one.data).flatMap((value) => (typeof value === 'string' && value !== one.id && hands.touched.has(value) ? [{ id: value, workflow: hands.touched.get(value) ?? '' }] : []));
  const above = one.parent === null ? [] : [...hands.definitions.keys()].map((workflow) => ({ id: one.parent ?? '', workflow }));
  const parents: { id: string; workflow: string }[] = [];
  for (const place of above) if ((await hands.see(place.workflow, place.id)).id === place.id) parents.push(place);
  const children: { id: string; workflow: string }[] = [];
  for (const workflow of hands.definitions.keys()) for (const { id } of await hands.standing(workflow, { parent: one.id }, [0, 49])) children.push({ id, workflow });
  return [...named, ...parents, ...children];
};
