/** Rules and levels in words for people. */
import { checks } from '../../workflows/office/checks/rules.ts';
import type { CheckWords, Level } from '../../workflows/office/checks/rule.ts';
import { levels } from '../../workflows/office/checks/words.ts';
import { indicators } from '../../workflows/office/monitoring/indicators.ts';
import type { Text } from '../../workflows/kit/words.ts';

const byId = new Map(checks.map((one) => [one.id, one]));

export const ruleWords = (id: string): CheckWords | undefined => byId.get(id);
export const ruleIds: readonly string[] = [...byId.keys()];
export const levelNames = Object.keys(levels) as readonly Level[];
export const levelText = (level: string): Text | undefined => levels[level as Level];
export const indicatorText = (id: string): Text | undefined => indicators.find((one) => one.id === id)?.title;

/** Of each level the colour that says how much it matters. */
export const levelColour = (level: string): 'error' | 'warning' | 'info' | 'default' => (level === 'error' ? 'error' : level === 'warning' ? 'warning' : level === 'monitoring' ? 'info' : 'default');
