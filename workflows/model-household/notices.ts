/** The process whose notices gather nominations. */
export const NOTICES = 'public-notice';
