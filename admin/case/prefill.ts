/** What is known already need not be typed twice: who opens cases finds the opening's fields filled in. */
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data, EventName, State } from '../../workflows/kit/words.ts';

/** Only for the posts that open: a decision's own words must never begin with somebody else's. */
export const prefillOf = (workflow: Workflow, state: State, event: EventName, data: Data): Data => {
  const { open, opening, form } = { open: workflow.open.who, opening: workflow.forms['open'], form: workflow.forms[event] };
  const corrects = workflow.states[state]?.on[event]?.who.some((post) => open.includes(post)) ?? false;
  if (!corrects || !opening || !form) return {};
  const shared = new Set(fieldsOf(opening).map(({ name, label }) => `${name} ${label.zh}`));
  return Object.fromEntries(fieldsOf(form).filter(({ name, label }) => shared.has(`${name} ${label.zh}`) && name in data).map(({ name }) => [name, data[name]]));
};
