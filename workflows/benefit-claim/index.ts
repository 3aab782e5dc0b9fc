/** Benefit claims, with the demo town's. */
import { demo } from './demo/index.ts';
import { benefitClaim as workflow } from './workflow.ts';

export const benefitClaim = { ...workflow, demo };
