/** Figures as rounds, median and range, each against its goal. */

export type Spread = { readonly median: number; readonly least: number; readonly most: number };
export type Goal = { readonly name: string; readonly met: boolean; readonly figure: string };

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return { median: ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
};

/** `0.31 (0.28–0.34)`: the median and the range. */
export const show = ({ median, least, most }: Spread, digits = 0): string => `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;

export const line = ({ met, name, figure }: Goal): string => `${met ? 'met    ' : 'NOT MET'}  ${name}: ${figure}`;

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Tells of every goal, and ends with 1 where one is not met. */
export const conclude = (goals: readonly Goal[]): never => {
  say('');
  for (const goal of goals) say(line(goal));
  process.exit(goals.every(({ met }) => met) ? 0 : 1);
};
