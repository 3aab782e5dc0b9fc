/** Benefit claims. */
export { benefitClaim } from './workflow.ts';
