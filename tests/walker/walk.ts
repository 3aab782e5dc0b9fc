/** A program that knows only `GET /api/workflows/<name>` and walks every arrow with the examples it is given. */
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { CaseOut, Definition, Door } from '../doors/http.ts';
import { arrowKey, isClock, isElsewhere, makeHands, SAME_PERSON, type Sent } from './hands.ts';
import { basicCost, goesBack, wayThrough, wayToRest } from './ways.ts';

export type Walk = {
  /** Arrows, as `workflow|from|event|to`. */
  readonly walked: ReadonlySet<string>;
  readonly all: readonly string[];
  /** Answers that the contract does not name. */
  readonly wrong: readonly string[];
  /** Refusals by declared code, counted. */
  readonly refused: ReadonlyMap<string, number>;
  /** Steps, as `workflow state.event`, around which every refusal of the contract was tried. */
  readonly tested: ReadonlySet<string>;
};
type Asked = { readonly seconds: number; readonly seed?: number; readonly tries?: number; /** Arrows after which to stop. */ readonly enough?: number };

/** An arrow to be walked, the case that is on its way there, and the way. */
type Goal = { readonly definition: Definition; readonly arrow: ArrowInfo; readonly key: string; tries: number; one: CaseOut | null; way: ArrowInfo[]; waits: string | null; rests: number };

/** Steps of one case in one go; turns at one step, since some need several people. */
const STEPS = 20;
const TURNS = 5;
/** Where a round brings few new arrows, farther ones are gone for; the walk ends when none is too far. */
const FEW = 4;
const FAR = 80;
/** More relatives than this are not looked after. */
const MANY = 80;

/** A small seeded generator: the same walk for the same seed. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state / 4_294_967_296) * below;
  };
};

export const walkEveryArrow = async (door: Door, names: readonly string[], { seconds, seed = 6092, tries = 8, enough = Infinity }: Asked): Promise<Walk> => {
  const hands = await makeHands(door, names);
  const random = dice(seed);
  const whole = (below: number): number => Math.floor(random(below));
  const shuffled = <T>(list: readonly T[]): T[] => list.map((one) => ({ one, at: random(1) })).sort((a, b) => a.at - b.at).map(({ one }) => one);
  /** Attempts at an arrow that led elsewhere or nowhere make the ways across it dearer. */
  const missed = new Map<string, number>();
  /** Which example of an event has led where. */
  const led = new Map<string, number>();
  const end = Date.now() + seconds * 1000;

  const goals = [...hands.definitions.values()].flatMap((definition) => definition.arrows.filter((arrow) => !isElsewhere(arrow)).map((arrow): Goal => ({ definition, arrow, key: arrowKey(definition.name, arrow), tries: 0, one: null, way: [], waits: null, rests: 0 })));
  const costOf = (definition: Definition) => {
    const basic = basicCost(definition);
    return (arrow: ArrowInfo): number => (basic(arrow) + (missed.get(arrowKey(definition.name, arrow)) ?? 0)) * (0.7 + random(0.6));
  };
  /** To a state that is gone back to one must have been there; otherwise a detour may bring the memory that a branch asks for. */
  const wayFor = ({ definition, arrow, tries: tried }: Goal, from: string): ArrowInfo[] => {
    const stops = goesBack(definition, arrow) ? [arrow.to] : [[], [arrow.to], shuffled(definition.states).slice(0, 1)][tried % 3] ?? [];
    return wayThrough(definition, from, stops, arrow, costOf(definition)) ?? wayThrough(definition, from, [], arrow, costOf(definition)) ?? [];
  };

  /** One event by whoever may, with the example that has led there or another. */
  const send = async (one: CaseOut, arrow: ArrowInfo, nth?: number): Promise<Sent> => {
    const example = nth ?? (random(4) < 3 ? led.get(arrowKey(one.workflow, arrow)) : undefined) ?? whole(hands.examplesOf(one.workflow, arrow.event));
    let why = '';
    for (const user of shuffled(hands.holders(arrow.who, one.unit)).slice(0, TURNS)) {
      const sent = await hands.send(one, arrow, user, example);
      if (sent.one.version > one.version) led.set(arrowKey(one.workflow, { ...arrow, to: sent.one.state }), example);
      if (sent.one.version > one.version || why === sent.why.join()) return sent;
      why = sent.why.includes(SAME_PERSON) ? why : sent.why.join();
    }
    return { one, why: why ? [why] : [] };
  };

  /** The small steps that leave a case where it is: proofs, drafts, explanations. Duties first. */
  const smallSteps = ({ workflow, state }: CaseOut, besides: string): ArrowInfo[] =>
    hands.definitionOf(workflow).arrows.filter((arrow) => arrow.from === state && arrow.to === state && arrow.event !== besides && !isClock(arrow) && !goesBack(hands.definitionOf(workflow), arrow)).sort((a, b) => Number(a.aside) - Number(b.aside));
  const takeSmallSteps = async (start: CaseOut, steps: readonly ArrowInfo[]): Promise<CaseOut> => {
    let one = start;
    for (const step of steps) if (one.state === start.state) ({ one } = await send(one, step));
    return one;
  };

  /** Brings a case towards where nothing is left to do, as far as people can. True where it moved. */
  const settle = async (start: CaseOut, depth: number, steps: number): Promise<boolean> => {
    let one = start;
    /** By duties, or by the shortest way. */
    const aside = whole(2) * 6;
    for (let n = 0; n < steps && Date.now() < end; n += 1) {
      const [step] = wayToRest(hands.definitionOf(one.workflow), one.state, aside);
      const after: CaseOut = step && !isClock(step) ? await take(one, step, depth) : one;
      if (after.version === one.version) break;
      one = after;
    }
    return one.version > start.version;
  };
  const settleChildren = async ({ id }: CaseOut, depth: number): Promise<boolean> => {
    const children = [...hands.stock.values()].filter(({ parent, workflow, state }) => parent === id && wayToRest(hands.definitionOf(workflow), state).length > 0);
    let moved = false;
    for (const child of children.length > MANY ? [] : children) moved = (await settle(await hands.see(child.workflow, child.id), depth, STEPS)) || moved;
    return moved;
  };
  /** The case above, or one that the data name. */
  const parentOf = async ({ parent, data }: CaseOut): Promise<CaseOut | null> => {
    const known = [parent, ...Object.values(data)].map((id) => hands.stock.get(String(id))).find((found) => found !== undefined);
    return known ? hands.see(known.workflow, known.id) : null;
  };
  const helpParent = async (one: CaseOut): Promise<boolean> => {
    const parent = await parentOf(one);
    return parent !== null && (await takeSmallSteps(parent, smallSteps(parent, ''))).version > parent.version;
  };
  /** A step on; where it rests, any way out. */
  const moveParent = async (one: CaseOut, depth: number): Promise<boolean> => {
    const parent = await parentOf(one);
    if (!parent || (await settle(parent, depth, 1))) return parent !== null;
    const [out] = shuffled(hands.definitionOf(parent.workflow).arrows.filter((arrow) => arrow.from === parent.state && !isClock(arrow)));
    return out !== undefined && (await take(parent, out, depth)).version > parent.version;
  };

  /** Takes one arrow; where a rule is in the way, first what may help: a small step, the cases below, the case above. */
  const take = async (start: CaseOut, arrow: ArrowInfo, depth: number): Promise<CaseOut> => {
    let one = start;
    /** Several times, where several people have to. */
    const attempt = async (): Promise<boolean> => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const sent = await send(one, arrow);
        const moved = sent.one.version > one.version;
        ({ one } = sent);
        if (!moved || one.state !== start.state || arrow.to === start.state) return moved || sent.why.length === 0;
      }
      return true;
    };
    const helps = [...smallSteps(one, arrow.event).map((step) => async () => (await send(one, step)).one.version > one.version),
      ...(depth > 0 ? [() => settleChildren(one, depth - 1), () => helpParent(one), ...Array.from({ length: 3 }, () => () => moveParent(one, depth - 1))] : [])];
    if (await attempt()) return one;
    for (const help of helps) {
      const helped = await help();
      one = await hands.see(one.workflow, one.id);
      if (one.state !== start.state || (helped && (await attempt()))) break;
    }
    return one;
  };

  const openOne = async ({ name, arrows }: Definition): Promise<CaseOut | null> => {
    const opening = arrows.find(({ from }) => from === null);
    const [user] = shuffled(opening ? hands.holders(opening.who) : []);
    return user ? hands.open(name, user, whole(12)) : null;
  };

  /** Where a case stands nearest the arrow, or anywhere at a later try: a free one, or one to be opened. */
  const begin = async (goal: Goal, reach: number): Promise<boolean> => {
    const { definition, arrow, tries: tried } = goal;
    const opening = definition.arrows.find((one) => one.from === null && !isClock(one));
    if (arrow.from === null) return arrow === opening && (await openOne(definition)) !== null;
    const busy = new Set(goals.map(({ one }) => one?.id));
    /** A case that others name in their data is further on than it seems. */
    const named = new Set([...hands.stock.values()].flatMap(({ data }) => Object.values(data)));
    const free = shuffled([...hands.stock.values()].filter(({ workflow, id }) => workflow === definition.name && !busy.has(id))).sort((a, b) => Number(named.has(a.id)) - Number(named.has(b.id)));
    const byState = new Map<string, CaseOut | null>(free.map((one) => [one.state, one]));
    if (opening && !byState.has(opening.to)) byState.set(opening.to, null);
    const starts = shuffled([...byState]).map(([state, one]) => ({ one, way: wayFor(goal, state) })).filter(({ way }) => way.length > 0 && way.length <= reach && way.filter(isClock).every(hasRoom));
    const start = tried % 2 === 0 ? starts.sort((a, b) => a.way.length - b.way.length)[0] : starts[0];
    if (!start) return false;
    goal.one = start.one ?? (await openOne(definition));
    goal.way = start.way;
    return goal.one !== null;
  };
  /** Few wait for the same: whoever comes later finds cases beyond. */
  const hasRoom = ({ from, event }: ArrowInfo): boolean => goals.filter(({ waits, way: [next] }) => waits && next?.from === from && next.event === event).length < 2;

  const drop = (goal: Goal): void => {
    missed.set(goal.key, (missed.get(goal.key) ?? 0) + 0.5);
    Object.assign(goal, { one: null, way: [], waits: null, tries: goal.tries + 1, rests: Math.round(1.6 ** goal.tries) });
  };

  /** Goes for the arrow until it is walked, or has to wait for the clock, or is given up for this time. */
  const goFor = async (goal: Goal, reach: number): Promise<void> => {
    const { definition } = goal;
    if (!goal.one && !(await begin(goal, reach))) return;
    if (!goal.one) return drop(goal);
    goal.one = await hands.see(definition.name, goal.one.id);
    goal.waits = null;
    for (let n = 0, misses = 0; n < STEPS && misses < 4 && Date.now() < end && !hands.walked.has(goal.key); n += 1) {
      const one: CaseOut = goal.one;
      if (goal.way[0]?.from !== one.state) goal.way = wayFor(goal, one.state);
      const [step] = goal.way;
      if (!step) break;
      const after: CaseOut = isClock(step) ? await takeSmallSteps(one, smallSteps(one, '').filter(({ aside }) => !aside)) : await take(one, step, 2);
      goal.one = after;
      if (isClock(step) && after.state === one.state) {
        if (after.dueAt === null || after.dueAt <= (await hands.now())) break;
        goal.waits = after.dueAt;
        return;
      }
      if (after.version === one.version) break;
      if (after.state !== step.to) {
        misses += 1;
        missed.set(arrowKey(definition.name, step), (missed.get(arrowKey(definition.name, step)) ?? 0) + 0.5);
      }
      if (after.state !== one.state || step.to === one.state) goal.way = goal.way.slice(1);
    }
    drop(goal);
  };

  await hands.takeAsFound();
  let since = await hands.now();
  for (let reach = 3; reach < FAR && hands.walked.size < enough && Date.now() < end;) {
    const before = hands.walked.size;
    const time = await hands.now();
    for (const goal of shuffled(goals)) {
      if (hands.walked.has(goal.key)) Object.assign(goal, { one: null, waits: null });
      else if (goal.rests > 0) goal.rests -= 1;
      else if (goal.tries < tries && Date.now() < end && (goal.waits === null || goal.waits <= time)) await goFor(goal, reach);
    }
    await hands.lookAround(since);
    since = time;
    const [due] = goals.flatMap(({ key, waits }) => (waits && !hands.walked.has(key) ? [waits] : [])).sort();
    if (due) await hands.stepClock(due);
    if (hands.walked.size < before + FEW) reach += 1;
  }
  const all = [...hands.definitions.values()].flatMap(({ name, arrows }) => arrows.map((arrow) => arrowKey(name, arrow)));
  return { walked: hands.walked, all: [...new Set(all)], wrong: hands.wrong, refused: hands.refused, tested: hands.refusals.tested };
};
