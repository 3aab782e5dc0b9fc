import { expect, test } from 'vitest';
import { outcomes, titleOutcomes } from './outcomes.ts';
import { machines, outcomeStates } from './taken.ts';

const all = [...outcomes, ...titleOutcomes];
/** Where something ends, or is on its way led to, or said to come. */
const reached = (workflow: string): Set<string> => new Set(all.flatMap(({ parts, steps, ends }) => [
  ...Object.entries(ends).filter(([name]) => parts[name]?.workflow === workflow).map(([, state]) => state),
  ...steps.flatMap((step) => ('lead' in step ? (parts[step.lead]?.workflow === workflow ? [step.until] : []) : 'to' in step && parts[step.on]?.workflow === workflow ? [step.to] : [])),
]));

test.each(machines)('some outcome comes to every end of %s', (workflow) => {
  expect(outcomeStates(workflow).length).toBeGreaterThan(1);
  expect(outcomeStates(workflow).filter((state) => !reached(workflow).has(state))).toEqual([]);
});

test('there are more than fifty claims and twenty nominations, and each is said to end where it has come to something', () => {
  const parts = (workflow: string) => all.flatMap((one) => Object.entries(one.parts).filter(([, part]) => part.workflow === workflow).map(([name]) => one.ends[name]));
  expect(parts('benefit-claim').length).toBeGreaterThanOrEqual(50);
  expect(parts('model-household').length).toBeGreaterThanOrEqual(20);
  for (const workflow of ['benefit-claim', 'model-household'] as const) expect(parts(workflow).filter((state) => !outcomeStates(workflow).includes(state ?? ''))).toEqual([]);
});
