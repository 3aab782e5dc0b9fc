/** The XState machine of a workflow: a flat map of states; its guards choose the way, its actions are data. */
import { setup, transition, type AnyStateMachine } from 'xstate';
import type { Arrow, Back, Way, Workflow } from './workflow.ts';
import type { Data, EventName, State } from './words.ts';
import type { Question } from './workflow.ts';

type AnyWay = Way<Data, Data, Data>;
export type AnyArrow = Arrow<Data, Data, Data>;
type Asked = Question<Data, Data, Data>;
type WayParams = { way: number; origin?: { of: State; is: State } };
export type TakenWay = { readonly way: AnyWay; readonly index: number; readonly to: State; readonly effects: readonly string[] };

const BORN = 'unborn';

const arrowsOf = (workflow: Workflow): [State, EventName, AnyArrow][] => [
  [BORN, 'open', workflow.open],
  ...Object.entries(workflow.states).flatMap(([state, { on }]) => Object.entries(on).map(([event, arrow]): [State, EventName, AnyArrow] => [state, event, arrow])),
];

const origins = new WeakMap<Workflow, Map<State, readonly State[]>>();

/** The states from which a remembering state can be entered, other than by going back; found once. */
export const originsOf = (workflow: Workflow, target: State): readonly State[] => {
  const known = origins.get(workflow) ?? new Map<State, readonly State[]>();
  origins.set(workflow, known);
  const found = known.get(target) ?? [
    ...new Set(arrowsOf(workflow).filter(([state, , arrow]) => state !== BORN && state !== target && arrow.ways.some((way) => way.to === target)).map(([state]) => state)),
  ];
  known.set(target, found);
  return found;
};

const originsBackTo = (workflow: Workflow, { back, but = [] }: Back): State[] => originsOf(workflow, back).filter((origin) => !but.includes(origin));

/** Where a way can lead: one state, or each that a way back may mean. */
export const targetsOf = (workflow: Workflow, from: State | null, way: AnyWay): State[] =>
  way.to === undefined ? (from === null ? [] : [from]) : typeof way.to === 'string' ? [way.to] : originsBackTo(workflow, way.to);

const transitionsOf = (workflow: Workflow, state: State, arrow: AnyArrow) => {
  const { ways, ...meta } = arrow;
  return ways.flatMap((way, index) => {
    const one = (target: State | undefined, params: WayParams) => ({
      ...(target !== undefined && { target, reenter: true }),
      guard: { type: way.when ?? 'otherwise', params },
      actions: [{ type: 'way', params }, ...(way.do ?? []).map((type) => ({ type, params: {} }))],
      meta,
    });
    const { to } = way;
    if (to === undefined || typeof to === 'string') return [one(to, { way: index })];
    return targetsOf(workflow, state, way).map((is) => one(is, { way: index, origin: { of: to.back, is } }));
  });
};

const machineOf = (workflow: Workflow): AnyStateMachine => {
  const cameFrom = (asked: Asked, { origin }: WayParams) => origin === undefined || asked.case.memory.origins[origin.of] === origin.is;
  const branches = Object.entries(workflow.branches).map(([name, ok]) => [name, ({ context }: { context: Asked }, params: WayParams) => cameFrom(context, params) && ok(context)] as const);
  const names = ['way', ...Object.keys(workflow.effects)];
  const states: Record<State, { on: Record<EventName, ReturnType<typeof transitionsOf>> }> = {};
  for (const [state, event, arrow] of arrowsOf(workflow)) (states[state] ??= { on: {} }).on[event] = transitionsOf(workflow, state, arrow);
  for (const state of Object.keys(workflow.states)) states[state] ??= { on: {} };
  return setup({
    types: { context: {} as Asked, events: {} as { type: string } },
    guards: { ...Object.fromEntries(branches), otherwise: ({ context }: { context: Asked }, params: WayParams) => cameFrom(context, params) },
    actions: Object.fromEntries(names.map((name) => [name, () => {}])),
  }).createMachine({ id: workflow.name, initial: BORN, context: {} as Asked, states } as never) as unknown as AnyStateMachine;
};

const machines = new WeakMap<Workflow, AnyStateMachine>();

/** The machine, made once. */
export const getMachine = (workflow: Workflow): AnyStateMachine => {
  const known = machines.get(workflow);
  if (known) return known;
  const made = machineOf(workflow);
  machines.set(workflow, made);
  return made;
};

/** Asks the machine which way the event goes; null where no way is open. */
export const takeWay = (workflow: Workflow, from: State | null, event: EventName, asked: Asked): TakenWay | null => {
  const machine = getMachine(workflow);
  const before = machine.resolveState({ value: from ?? BORN, context: asked });
  const [after, executable] = transition(machine, before, { type: event });
  const actions: readonly { type: string; params: unknown }[] = executable;
  const taken = actions.find(({ type }) => type === 'way');
  if (!taken) return null;
  const arrow = from === null ? workflow.open : workflow.states[from]?.on[event];
  const { way: index } = taken.params as WayParams;
  const way = arrow?.ways[index];
  if (!way) return null;
  return { way, index, to: after.value as State, effects: actions.filter((action) => action !== taken).map(({ type }) => type) };
};
