/** How holes are planted: the workflow as it is, but for one thing. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { State } from '../../workflows/kit/words.ts';

/** With one arrow changed. */
export const withArrow = (workflow: Workflow, state: State, event: string, change: object): Workflow => {
  const before = workflow.states[state];
  if (!before) throw new Error(`No state ${state}`);
  return { ...workflow, states: { ...workflow.states, [state]: { ...before, on: { ...before.on, [event]: { who: [], ways: [], ...before.on[event], ...change } } } } };
};

/** With arrows that anybody may take, whatever they did before. */
export const withAnybody = (workflow: Workflow, ...steps: readonly (readonly [State, string])[]): Workflow => steps.reduce((one, [state, event]) => withArrow(one, state, event, { notWho: [] }), workflow);

/** With rules that always hold. */
export const withoutRules = (workflow: Workflow, ...codes: string[]): Workflow => ({ ...workflow, rules: { ...workflow.rules, ...Object.fromEntries(codes.map((code) => [code, () => true])) } });

/** With objections at a state that are written down while the notice runs on. */
export const deafAt = (workflow: Workflow, state: State): Workflow =>
  withArrow(workflow, state, 'object', { ways: (workflow.states[state]?.on['object']?.ways ?? []).map(({ keep }) => ({ ...(keep && { keep }) })) });
