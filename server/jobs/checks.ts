/** The queue of runs of the checks. */
export const CHECKS = 'check-register';
/** Without a run's id: the night's. */
export type Check = { readonly run?: string };
