/** The registry: one line per process. */
import type { Workflow } from './kit/workflow.ts';

export const workflows: readonly Workflow[] = [
];

const byName = new Map(workflows.map((one) => [one.name, one]));

export const findWorkflow = (name: string): Workflow | undefined => byName.get(name);

export const getWorkflow = (name: string): Workflow => {
  const found = byName.get(name);
  if (!found) throw new Error(`No workflow is called ${name}`);
  return found;
};
