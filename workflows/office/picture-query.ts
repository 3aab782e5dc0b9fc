/** What the picture of the office is asked by, at every door: both ends of a period, or neither; one unit, or all. */
import { z } from 'zod';
import { because } from '../kit/asked.ts';
import { isDay } from './days.ts';

const Day = z.string().refine(isDay, because({ zh: '请写成 2026-11-23 这样的日期', en: 'Write a day as 2026-11-23' }));
export const PictureQuery = z.strictObject({ from: Day.optional(), to: Day.optional(), unit: z.string().regex(/^\d{6,12}$/).optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''), { path: ['to'], ...because({ zh: '请同时写明 from 与 to，止日不早于起日', en: 'Name both from and to, to not before from' }) });
