/** A village's month of verification, with the demo town's month of it. */
import { demo } from './demo.ts';
import { verificationBatch as workflow } from './workflow.ts';

export const verificationBatch = { ...workflow, demo };
