/** Public notices, with the demo town's. */
import { demo } from './demo.ts';
import { publicNotice as workflow } from './workflow.ts';

export const publicNotice = { ...workflow, demo };
