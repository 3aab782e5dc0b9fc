/** Yearly reviews, with the demo town's. */
import { demo } from './demo.ts';
import { annualReview as workflow } from './workflow.ts';

export const annualReview = { ...workflow, demo };
