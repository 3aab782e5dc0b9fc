/** Absences, with the demo town's. */
import { demo } from './demo.ts';
import { absence as workflow } from './workflow.ts';

export const absence = { ...workflow, demo };
