/** Payment batches, with the demo town's. */
import { demo } from './demo.ts';
import { paymentBatch as workflow } from './workflow.ts';

export const paymentBatch = { ...workflow, demo };
