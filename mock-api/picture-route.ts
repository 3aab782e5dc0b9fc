/** `/api/picture` of the mock: who may look, and what may be asked, as the server has it. */
import type { Handler } from 'json-server';
import { errorsOf } from '../workflows/kit/form.ts';
import { monthAround } from '../workflows/office/periods.ts';
import { PictureQuery } from '../workflows/office/picture-query.ts';
import { OVERSEEING_POSTS } from '../workflows/office/posts.ts';
import { dayOf } from '../workflows/office/working-days.ts';
import { sendMisread } from './dialect.ts';
import type { Mock } from './office.ts';
import { holds, pictureIn } from './picture.ts';

/** `unitsOf`: those in a person's scope. */
export const makePictureRoute = (mock: Mock, unitsOf: (person: string) => readonly { readonly id: string }[]) => (person: string): Handler => (request, response) => {
  if (!holds(mock.store, person, OVERSEEING_POSTS)) return response.status(403).json({ reason: 'not-yours' });
  const asked = PictureQuery.safeParse(request.query);
  if (!asked.success) return sendMisread(request, response, { misread: errorsOf(asked.error, request.query) });
  const month = monthAround(dayOf(mock.store.now));
  const { from = month.from, to = month.to, unit = null } = asked.data;
  if (unit !== null && !unitsOf(person).some(({ id }) => id === unit)) return response.status(404).json({ reason: 'not-found' });
  return response.json(pictureIn(mock, person, { from, to, unit }));
};
