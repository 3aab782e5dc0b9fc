/** Ids of cases: given by whoever opens them; a case born by another carries the parent's id in front. */

/** What a case or event id may look like: 1 to 100 letters, digits, points, dashes, underscores. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** The id of the case that `parent` bears for a unit or a register entry; the same each time. */
export const childId = (parent: string, part: string): string => `${parent}.${part}`;
