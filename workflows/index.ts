/** The processes of the office, as the registry lists them. */
import type { Workflow } from './kit/workflow.ts';
import * as registry from './registry.ts';

export const workflows: readonly Workflow[] = Object.values(registry);

const byName = new Map(workflows.map((one) => [one.name, one]));

export const getWorkflow = (name: string): Workflow => {
  const found = byName.get(name);
  if (!found) throw new Error(`No workflow is called ${name}`);
  return found;
};
