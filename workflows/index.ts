/** The registry: one line per process. */
import type { Workflow } from './kit/workflow.ts';
import { benefitClaim } from './benefit-claim/index.ts';
import { modelHousehold } from './model-household/index.ts';
import { paymentBatch } from './payment-batch/index.ts';
import { recordVerification } from './record-verification/index.ts';
import { verificationBatch } from './verification-batch/index.ts';
import { verificationCycle } from './verification-cycle/index.ts';

export const workflows: readonly Workflow[] = [
  verificationCycle,
  verificationBatch,
  recordVerification,
  modelHousehold,
  benefitClaim,
  paymentBatch,
];

const byName = new Map(workflows.map((one) => [one.name, one]));

export const findWorkflow = (name: string): Workflow | undefined => byName.get(name);

export const getWorkflow = (name: string): Workflow => {
  const found = byName.get(name);
  if (!found) throw new Error(`No workflow is called ${name}`);
  return found;
};
