/** How much of a table is read: more is a mistake or an attack. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 200;
export const MOST_BYTES = 64 * 2 ** 20;
/** Of what a workbook unfolds to: one part of it, and its shared words. */
export const MOST_UNFOLDED = 400 * 2 ** 20;
export const MOST_WORDS_BYTES = 96 * 2 ** 20;
/** Real sheets fold to a tenth or a twentieth, very repetitive ones to a fiftieth. */
export const MOST_RATIO = 100;
export const MOST_PARTS = 1_000;
