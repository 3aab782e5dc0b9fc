/** Villages whose figures of a month stand out from the town's, as findings of D32. */
import { outlier } from '../checks/process.ts';
import type { Finding } from '../checks/rule.ts';
import type { IndicatorId } from './indicators.ts';
import { judge } from './mean.ts';
import type { Share } from './mean.ts';

/** One village, one indicator. */
export type Figure = Share & { readonly unit: string; readonly indicator: IndicatorId };

const townOf = (figures: readonly Figure[]): Share => ({
  hits: figures.reduce((sum, one) => sum + one.hits, 0),
  of: figures.reduce((sum, one) => sum + one.of, 0),
});

/** `figures` of all villages of one town and one month, `YYYY-MM`. */
export const outliersOf = (month: string, figures: readonly Figure[]): Finding[] =>
  [...Map.groupBy(figures, ({ indicator }) => indicator).values()].flatMap((all) => {
    const town = townOf(all);
    return all.flatMap(({ unit, indicator, hits, of }): Finding[] => {
      const verdict = judge({ hits, of }, town);
      if (verdict.colour === 'none') return [];
      const measure: Finding['params'] = verdict.by === 'z' ? { z: Number(verdict.z.toFixed(1)) } : { p: Number(verdict.p.toPrecision(2)) };
      return [{ rule: outlier.id, residents: [], unit, field: indicator, occasion: month, params: { colour: verdict.colour, hits, of, ...measure } }];
    });
  });
