/** Urging: who may ask that a case be gone on with, of whom, and from when on it may be done again. */
import { dutiesOf } from '../kit/offers.ts';
import { conflictsOf } from '../kit/substitutes.ts';
import type { Workflow } from '../kit/workflow.ts';
import type { Actor, Case, FieldErrors, Instant, Post, Text } from '../kit/words.ts';
import { holdsNumber } from './read-words.ts';

/** By anyone: whoever is pressed every hour stops listening. */
export const URGE_HOURS = 4;
/** They look over the work of others, whether or not they had a hand in it. */
const OVERSEERS: readonly Post[] = ['town_clerk', 'town_head'];

export type WhyNotUrged = 'no-part' | 'waits-for-nobody' | 'waits-for-you' | 'urged-recently';

export const urgeWords = {
  'no-part': { zh: '您没有经办过本件，不能催办', en: 'You had no part in this case and cannot urge it' },
  'waits-for-nobody': { zh: '本件现在不等任何人办理，无需催办', en: 'This case waits for nobody now, so there is nobody to urge' },
  'waits-for-you': { zh: '本件正等您办理，不能催办自己', en: 'This case waits for you: nobody urges themselves' },
  'urged-recently': { zh: '本件刚催办过，四小时内只能催办一次', en: 'This case was urged within the last four hours' },
} as const satisfies Readonly<Record<WhyNotUrged, Text>>;

/** Longest sentence that goes with an urging. */
export const LONGEST_URGE = 100;

export const urgeErrors = (words: string): FieldErrors => ({
  ...([...words].length > LONGEST_URGE && { words: { zh: `请写得短些，不超过 ${LONGEST_URGE} 个字`, en: `Please keep it short: ${LONGEST_URGE} characters at most` } }),
  ...(holdsNumber(words) && { words: { zh: '请勿填写身份证号、账号或电话号码，可只写后四位', en: 'No identity, account or telephone number here: its last four digits will do' } }),
});

export const urgedFrom = (last: Instant): Instant => new Date(Date.parse(last) + URGE_HOURS * 3_600_000).toISOString();

/** The posts that it waits for. */
export const urgedPosts = (workflow: Workflow, one: Case): Post[] => dutiesOf(workflow, one).map(({ post }) => post);

const hasPart = ({ openedBy, memory }: Case, { id, posts }: Actor): boolean =>
  openedBy === id || memory.done.some(({ by }) => by === id) || posts.some(({ post }) => OVERSEERS.includes(post));

const waitsFor = (workflow: Workflow, one: Case, { id, posts }: Actor): boolean =>
  dutiesOf(workflow, one).some((duty) => !duty.barred.includes(id) && posts.some((held) => held.post === duty.post && conflictsOf(held, one, id, duty.barred, null).length === 0));

/** Null where it may be urged. `actor` is in the posts that cover the case; `last` is when anybody urged it. */
export const whyNotUrged = (workflow: Workflow, one: Case, actor: Actor, last: Instant | null, at: Instant): WhyNotUrged | null => {
  if (!hasPart(one, actor)) return 'no-part';
  if (urgedPosts(workflow, one).length === 0) return 'waits-for-nobody';
  if (waitsFor(workflow, one, actor)) return 'waits-for-you';
  return last !== null && at < urgedFrom(last) ? 'urged-recently' : null;
};
