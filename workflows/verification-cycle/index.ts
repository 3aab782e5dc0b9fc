/** A month of verification, with the demo town's present one. */
import { demo } from './demo.ts';
import { verificationCycle as workflow } from './workflow.ts';

export const verificationCycle = { ...workflow, demo };
