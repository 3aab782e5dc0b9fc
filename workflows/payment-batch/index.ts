/** Payment batches. */
export { paymentBatch } from './workflow.ts';
