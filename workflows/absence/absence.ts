/** What an absence keeps, and what its decisions ask of the two people. */
import { overlap } from '../kit/substitutes.ts';
import { wordsFor, type FieldsOf, type Question, type WorkflowOf } from '../kit/workflow.ts';
import type { Day, Person, Query } from '../kit/words.ts';
import type { forms } from './forms.ts';

export type Absence = {
  readonly absent: string; readonly absentName: string; readonly post: string; readonly postUnit: string;
  readonly substitute: string; readonly substituteName: string;
  readonly from: Day; readonly until: Day; readonly workflows: readonly string[];
};
export type Fields = FieldsOf<typeof forms>;
export type Facts = { readonly absent: Person | null; readonly substitute: Person | null; readonly processes: readonly string[] | null };
export type Asked<K extends keyof Facts = never> = Question<Absence, Fields, Pick<Facts, K>>;

export const { arrow, reading, define } = wordsFor<Absence, Fields, Facts>();

const person = (id: string | undefined, unit: string): Query | null => (id ? { ask: 'person', id, unit } : null);

/** As typed while it is filed, as kept afterwards. */
export const facts: WorkflowOf<Absence, Fields, Facts>['facts'] = {
  absent: ({ case: { data, unit }, form }) => person(form.absent ?? data.absent, unit),
  substitute: ({ case: { data, unit }, form }) => person(form.substitute ?? data.substitute, unit),
  processes: ({ form: { post } }) => (post === undefined ? null : { ask: 'processes', post }),
};

type Days = { readonly from: Day; readonly until: Day };

/** Away themselves on one of the days. */
export const isAway = (who: Person | null, days: Days): boolean => who?.substitutions.some((one) => one.absent === who.id && overlap(one, days)) ?? false;
/** Stands in for somebody else on one of the days. */
export const standsIn = (who: Person | null, days: Days): boolean => who?.substitutions.some((one) => one.substitute === who.id && overlap(one, days)) ?? false;

export const holdsPost = (who: Person | null, post: string | undefined): boolean => who?.posts.some((held) => held.post === post) ?? false;
