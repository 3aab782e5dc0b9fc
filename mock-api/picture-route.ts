/** `/api/picture` of the mock: who may look, and what may be asked, as the server has it. */
import type { Handler } from 'json-server';
import type { Day } from '../workflows/kit/words.ts';
import { isDay } from '../workflows/office/days.ts';
import { monthAround } from '../workflows/office/periods.ts';
import { OVERSEEING_POSTS } from '../workflows/office/posts.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import type { Mock } from './office.ts';
import { holds, pictureIn, type Asked } from './picture.ts';

/** Both ends of a period, or neither: the month of today. */
const readAsked = (query: Readonly<Record<string, unknown>>, today: Day): Asked | null => {
  const { from, to, unit = null, ...more } = query;
  const period = from === undefined && to === undefined ? monthAround(today) : { from, to };
  const days = [period.from, period.to];
  if (Object.keys(more).length > 0 || !days.every((day) => typeof day === 'string' && isDay(day)) || String(period.from) > String(period.to)) return null;
  return unit === null || (typeof unit === 'string' && /^\d{6,12}$/.test(unit)) ? { from: String(period.from), to: String(period.to), unit } : null;
};

/** `unitsOf`: those in a person's scope. */
export const makePictureRoute = (mock: Mock, unitsOf: (person: string) => readonly { readonly id: string }[]) => (person: string): Handler => ({ query }, response) => {
  if (!holds(mock.store, person, OVERSEEING_POSTS)) return response.status(403).json({ reason: 'not-yours' });
  const asked = readAsked(query, dayOf(mock.store.now));
  if (!asked) return response.status(400).json({ reason: 'unreadable' });
  if (asked.unit !== null && !unitsOf(person).some(({ id }) => id === asked.unit)) return response.status(404).json({ reason: 'not-found' });
  return response.json(pictureIn(mock, person, asked));
};
