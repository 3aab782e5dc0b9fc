/** Versions of programmes, with the demo town's. */
import { demo } from './demo.ts';
import { programmeVersion as workflow } from './workflow.ts';

export const programmeVersion = { ...workflow, demo };
