/** The demo town opens its month of verification on the first working day. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Instant } from '../kit/words.ts';
import { verifiedMonth } from '../office/demo-town/verified-month.ts';
import type { Town } from '../office/demo-town/town.ts';

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const { id, month, opened } = verifiedMonth(town, at);
  const clerk = town.staff.flatMap((person) => person.posts.filter(({ post }) => post === 'town_clerk').map(({ unit }) => ({ by: person.id, unit })))[0];
  return clerk ? [{ case: id, unit: clerk.unit, event: 'open', by: clerk.by, at: opened, data: { month, kind: 'full' } }] : [];
};
