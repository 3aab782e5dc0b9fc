/** Plays a story of a workflow in the mock: each arrow by somebody who may, with an example that leads there. */
import { dueAtOf } from '../workflows/kit/advance.ts';
import type { ArrowInfo } from '../workflows/kit/describe.ts';
import type { Story } from '../workflows/kit/stories.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { CLOCK, type Case, type Data } from '../workflows/kit/words.ts';
import { covers } from '../workflows/office/units.ts';
import { worldFor } from './examples.ts';
import type { Mock } from './office.ts';

const list = (given: Data | readonly Data[] | undefined): readonly Data[] => (given === undefined ? [] : Array.isArray(given) ? (given as Data[]) : [given as Data]);

/** Staff who hold one of the arrow's posts over the unit. */
const castFor = ({ store }: Mock, arrow: ArrowInfo, unit: string): string[] =>
  arrow.who.includes(CLOCK.id) ? [CLOCK.id] : store.people.filter(({ posts }) => posts.some((held) => arrow.who.includes(held.post) && covers(store.units, held.unit, unit))).map(({ id }) => id);

const wanted = (one: Case, arrow: ArrowInfo): boolean => one.state === arrow.to;

const takeArrow = async (mock: Mock, workflow: Workflow, one: Case, arrow: ArrowInfo, id: string): Promise<Case | null> => {
  for (const person of castFor(mock, arrow, one.unit)) {
    const examples = person === CLOCK.id ? [{}] : list(workflow.examples(worldFor(mock, workflow, person))[arrow.event]);
    for (const data of examples) {
      const at = person === CLOCK.id ? (dueAtOf(one) ?? mock.store.now) : mock.store.now;
      const done = await mock.send(person, one, { id, type: arrow.event, data }, at);
      if (!done.accepted) continue;
      const marking = !wanted(done.case, arrow) && done.case.state === one.state && done.case.memory.marks.length > one.memory.marks.length;
      if (!wanted(done.case, arrow) && !marking) continue;
      mock.keep(done.draft);
      return marking ? takeArrow(mock, workflow, done.case, arrow, `${id}+`) : done.case;
    }
  }
  return null;
};

const openCase = async (mock: Mock, workflow: Workflow, arrow: ArrowInfo, id: string, village: string): Promise<Case | null> => {
  if (arrow.who.includes(CLOCK.id)) return mock.store.cases.find((one) => one.workflow === workflow.name && one.state === arrow.to && one.version === 1) ?? null;
  const unit = workflow.unit === 'village' ? village : (mock.store.units.find(({ kind }) => kind === 'town')?.id ?? village);
  for (const person of castFor(mock, arrow, unit)) {
    for (const data of list(workflow.examples(worldFor(mock, workflow, person)).open)) {
      const done = await mock.open(person, workflow.name, { id, unit, parent: null }, { id, type: 'open', data });
      if (!done.accepted || done.case.state !== arrow.to) continue;
      mock.keep(done.draft);
      return done.case;
    }
  }
  return null;
};

/** Plays as far as the office's rules let it; gives the arrows really walked. */
export const play = async (mock: Mock, workflow: Workflow, story: Story, id: string, village: string): Promise<ArrowInfo[]> => {
  const walked: ArrowInfo[] = [];
  let one: Case | null = null;
  for (const arrow of story.steps) {
    one = one === null ? await openCase(mock, workflow, arrow, id, village) : await takeArrow(mock, workflow, one, arrow, `${id}.${walked.length}`);
    if (one === null) break;
    walked.push(arrow);
    one = mock.store.cases.find((found) => found.id === one?.id) ?? one;
  }
  return walked;
};
