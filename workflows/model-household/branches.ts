/** Which way an event goes, by its form, by what the nomination remembers, or by its rank. */
import type { WorkflowOf } from '../kit/workflow.ts';
import type { Case } from '../kit/words.ts';
import { isCarried } from '../office/fields.ts';
import { reading, type Facts, type Fields } from './facts.ts';
import { SCORERS, type Nomination } from './nomination.ts';
import { rankOf } from './ranking.ts';

const upheld = (finding: string) => ({ case: { memory } }: { case: Case<Nomination> }): boolean => memory.marks.every(({ data }) => data.finding === finding);

export const branches: WorkflowOf<Nomination, Fields, Facts>['branches'] = {
  carried: ({ form }) => form.minutes !== undefined && isCarried(form.minutes),
  checkedThisRound: ({ case: { data, memory } }) => data.checkedRound === memory.round,
  villageNoticeStands: ({ case: { data, memory } }) => data.villageNoticed === memory.round,
  oneJudged: ({ case: { memory } }) => memory.marks.length < 2,
  bothUpheld: upheld('upheld'),
  bothNotUpheld: upheld('not_upheld'),
  ruledUpheld: ({ form }) => form.finding === 'upheld',
  storyChanged: ({ case: { data }, form }) => (form.summary !== undefined && form.summary !== data.summary) || (form.story !== undefined && form.story !== data.story),
  reminded: ({ case: { data } }) => data.reminded === true,
  scoresMissing: ({ case: { memory } }) => memory.marks.length < SCORERS,
  selected: reading(['contest'], (asked) => rankOf(asked).outcome === 'selected'),
  onlyStory: ({ case: { memory } }) => memory.origins.takingDown === 'keptAsStory',
  asStory: ({ form }) => form.outcome === 'story',
  fromScoring: ({ case: { memory } }) => memory.origins.appealReview === 'notSelected',
};
