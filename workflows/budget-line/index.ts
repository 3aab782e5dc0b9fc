/** Budget lines, with the demo town's. */
import { demo } from './demo.ts';
import { budgetLine as workflow } from './workflow.ts';

export const budgetLine = { ...workflow, demo };
