/** Model households, with the demo town's nominations. */
import { demo } from './demo.ts';
import { modelHousehold as workflow } from './workflow.ts';

export const modelHousehold = { ...workflow, demo };
