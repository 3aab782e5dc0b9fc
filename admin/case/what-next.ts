/** What happens next if an event is sent: to which state, and whose duty the case is there. */
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { EventName, State, Text } from '../../workflows/kit/words.ts';
import { targetsAhead, type Passage } from './ahead.ts';
import { postNames, stateName } from './standing.ts';

const leadsTo = (workflow: Workflow, from: State | null, to: State): Text => {
  const name = stateName(workflow, to);
  if (workflow.states[to]?.tags?.includes('end')) return { zh: `进入“${name.zh}”，本件办结`, en: `to “${name.en}”; the case is then closed` };
  const posts = waitsFor(workflow, to);
  const who = postNames(posts);
  const whose = posts.length > 0 ? { zh: `待${who.zh}办理`, en: `for: ${who.en}` } : { zh: '由系统按期办理', en: 'left to the system’s clock' };
  if (from === to) return { zh: `仍在“${name.zh}”，${whose.zh}`, en: `still at “${name.en}”, ${whose.en}` };
  return { zh: `进入“${name.zh}”，${whose.zh}`, en: `to “${name.en}”, ${whose.en}` };
};

/** Each place an event can lead to; where there are several, the form or the case so far decides. Opening comes from null. */
export const whatNext = (workflow: Workflow, from: State | null, event: EventName, log: readonly Passage[] = []): Text[] =>
  targetsAhead(workflow, from, event, log).map((to) => leadsTo(workflow, from, to));
