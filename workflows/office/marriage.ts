/** Marriage as the register knows it: the codes of GB/T 2261.2 and the ages of the law. */
import type { Day } from '../kit/words.ts';

/** 婚姻法 of 1980 came into force on this day and raised the ages of 1950. */
const RAISED_ON: Day = '1981-01-01';

/** Years a man (1) or woman (2) must have come to: 民法典 Art. 1047; before 1981, 婚姻法 of 1950 Art. 4. */
export const legalAge = (sex: string, on: Day = RAISED_ON): number => (on < RAISED_ON ? 18 : 20) + (sex === '1' ? 2 : 0);

export const isMarried = (marital: string): boolean => ['20', '21', '22', '23'].includes(marital);
export const wasMarried = (marital: string): boolean => isMarried(marital) || marital === '30' || marital === '40';

/** A status that says since when. */
export const hasDate = (marital: string): boolean => marital !== '20' && wasMarried(marital);
