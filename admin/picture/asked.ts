/** What of the picture is looked at, as it stands in the address: period, unit, process, and how a phone groups its cards. */
import { useSearchParams } from 'react-router-dom';
import type { Day } from '../../workflows/kit/words.ts';
import { isDay } from '../../workflows/office/days.ts';
import { periodAround, type Period } from '../../workflows/office/periods.ts';

export type Asked = Period & { readonly unit: string | null; readonly process: string | null; readonly by: 'unit' | 'process' };

/** The period of the address; the quarter of today where it names none that is one. */
export const readAsked = (params: URLSearchParams, today: Day): Asked => {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const period = isDay(from) && isDay(to) && from <= to ? { from, to } : periodAround(today, 'quarter');
  return { ...period, unit: params.get('unit'), process: params.get('process'), by: params.get('by') === 'process' ? 'process' : 'unit' };
};

export type Choose = (chosen: Partial<Asked>) => void;

/** What is chosen replaces the address: the way back leads out of the page, not through every choice. */
export const useChoosing = (): readonly [URLSearchParams, Choose] => {
  const [params, setParams] = useSearchParams();
  const choose: Choose = (chosen) => setParams((before) => {
    const after = new URLSearchParams(before);
    for (const [name, value] of Object.entries(chosen)) if (value === null) after.delete(name); else after.set(name, value);
    return after;
  }, { replace: true });
  return [params, choose];
};
