/** What the town asks of a village's batch: shares near the town's. */
import { indicators } from '../office/monitoring/indicators.ts';
import { judge, type Share } from '../office/monitoring/mean.ts';

/** The indicators that the answers of the month themselves yield. */
export const MONITORED = ['corrected', 'unable', 'visited'] as const;
export type Monitored = (typeof MONITORED)[number];
export const monitoredOptions = MONITORED.map((value) => ({ value, label: indicators.find(({ id }) => id === value)?.title ?? { zh: value, en: value } }));

/** Red needs an explanation; two-sided, for "too perfect" stands out as well. */
export const standsOut = (village: Share, town: Share): boolean => judge(village, town).colour === 'red';
