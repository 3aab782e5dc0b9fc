/** Why something is kept from somebody, in words. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';

const common: Readonly<Record<string, Text>> = {
  'same-person': { zh: '您已经办过与此相互制约的环节，须由另一人办理', en: 'You took a step that this one must check: another person has to do it' },
};

/** The rule's own sentence; a code without one is shown as it stands, so that somebody can be asked about it. */
export const reasonOf = (workflow: Workflow, code: string): Text =>
  workflow.messages.rules[code] ?? common[code] ?? { zh: `规则不允许（${code}）`, en: `A rule does not allow it (${code})` };
