/** The verification of one record, with the demo town's month of it. */
import { demo } from './demo.ts';
import { recordVerification as workflow } from './workflow.ts';

export const recordVerification = { ...workflow, demo };
