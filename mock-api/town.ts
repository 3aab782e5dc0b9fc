/** The small town of the mock: examples played until a case stands in every state that can be reached. */
import { storiesOf } from '../workflows/kit/stories.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Instant } from '../workflows/kit/words.ts';
import { makeTown } from '../workflows/office/demo-town/make-town.ts';
import { granted, left, moved } from '../workflows/office/budget.ts';
import type { Town } from '../workflows/office/demo-town/town.ts';
import { villagesOf } from '../workflows/office/units.ts';
import { makeMock, type Mock } from './office.ts';
import { play } from './play.ts';
import type { Store } from './store.ts';

/** A Monday morning at the office. */
export const MOCK_NOW: Instant = '2026-11-23T01:00:00.000Z';

export const emptyStore = (now: Instant, town: Town = makeTown({ scale: 'sample' })): Store => {
  const { units, staff, relations, funds, residents, households } = town;
  return {
    units, people: staff, relations, residents: [...residents], households: [...households],
    urges: [], jobs: [], drafts: new Map(), cases: [], log: [], waiting: [], ledger: funds.flatMap(({ id, fen }) => moved({ [id]: fen }, granted, left).map((entry) => ({ ...entry, case: id, step: 'carried-over' }))), changes: [], seen: [], reads: [], asides: [], frozen: [], files: [], attachments: [], substitutions: [], erased: new Map(), now,
  };
};

/** For each state the shortest story that enters it. */
const oneForEachState = (workflow: Workflow) => {
  const seen = new Set<string>();
  return storiesOf(workflow).filter(({ arrow }) => !seen.has(arrow.to) && seen.add(arrow.to));
};

export const makeMockTown = async (workflows: readonly Workflow[], now: Instant = MOCK_NOW): Promise<Mock> => {
  const mock = makeMock(workflows, emptyStore(now));
  const villages = villagesOf(mock.store.units, mock.store.units[0]?.id ?? '').filter(({ id }) => mock.store.residents.some(({ unit }) => unit === id));
  for (const workflow of workflows) {
    for (const [i, story] of oneForEachState(workflow).entries()) {
      await play(mock, workflow, story, `${workflow.name}-${String(i + 1).padStart(3, '0')}`, villages[i % villages.length]?.id ?? '');
    }
  }
  return mock;
};
