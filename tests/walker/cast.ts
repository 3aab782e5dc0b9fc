/** Everybody of the demo office who takes part in its processes, by sign-in name. */
const numbered = (name: string, count: number, digits = 1): string[] => Array.from({ length: count }, (_, i) => name + String(i + 1).padStart(digits, '0'));

/** The small town has people in the first three villages only. */
export const castOf = (villages: 3 | 18): string[] => [...numbered('village', villages, 2), ...numbered('town', 4), ...numbered('reviewer', 3), ...numbered('finance', 2), ...numbered('head', 2), ...numbered('district', 2), 'privacy'];
