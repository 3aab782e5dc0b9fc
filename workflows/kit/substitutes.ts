/** When somebody may act for another who is away: on the days, in the processes, and without a conflict of their own. */
import type { Workflow } from './workflow.ts';
import type { Actor, Case, Day, Done, Post, PostAtUnit, Query } from './words.ts';

/** The fact whether a substitute has declared a relation to whom the case is about; asked of every process alike. */
export const KIN = '$kin';

/** Whether a substitution counts on a day. */
export const standsOn = ({ from, until }: { readonly from: Day; readonly until: Day }, day: Day): boolean => from <= day && day <= until;

export const overlap = (a: { readonly from: Day; readonly until: Day }, b: { readonly from: Day; readonly until: Day }): boolean => a.from <= b.until && b.from <= a.until;

export const kinQuery = ({ subject }: Workflow, one: Pick<Case, 'subject'>, person: string): Query | null =>
  (subject && one.subject !== null ? { ask: 'related', person, register: subject.register, id: one.subject } : null);

/** Whose step it was: whoever took it, and for whom they took it. */
export const personsOf = ({ by, behalf }: Pick<Done, 'by' | 'behalf'>): string[] => (typeof behalf === 'string' ? [by, behalf] : [by]);

/** Who took a step of the case in their own name, its opening too, or had it taken for them, does not act in it for another. */
const hasOwnPart = ({ memory }: Case, person: string): boolean => memory.done.some(({ by, behalf }) => behalf === person || (by === person && !behalf));

/** Codes of what keeps a substitute from the case, beside the rules of its process. `barred`: whom separation of duties keeps from the step. */
export const conflictsOf = ({ behalf }: PostAtUnit, one: Case, person: string, barred: readonly string[], kin: unknown): string[] => {
  if (!behalf) return [];
  return [...(barred.includes(behalf.id) ? ['absent-barred'] : []), ...(hasOwnPart(one, person) ? ['own-part'] : []), ...(kin === true ? ['substitute-related'] : [])];
};

/** Who speaks when somebody takes a step of these posts: the actor, and those for whom alone they could take it. For rules that keep a person from a second word. */
export const voicesOf = ({ id, posts }: Pick<Actor, 'id' | 'posts'>, who: readonly Post[]): string[] => {
  const held = posts.filter(({ post }) => who.includes(post));
  return [id, ...(held.some(({ behalf }) => !behalf) ? [] : held.flatMap(({ behalf }) => behalf?.id ?? []))];
};
