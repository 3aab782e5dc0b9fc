/** Until when in its month a village takes over the record of somebody who moves there. */
import type { State } from '../kit/words.ts';

export const TAKES: readonly State[] = ['assigned', 'inProgress', 'submitted', 'townReview', 'returned'];
