/** Why something is kept from somebody, in words. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Text } from '../../workflows/kit/words.ts';

const common: Readonly<Record<string, Text>> = {
  'not-offered': { zh: '本件现在不能由您办理此事项，可能已经办过', en: 'You cannot do this to the case now; it may have been done already' },
  absent: { zh: '没有这个办件，或它不在您的管辖范围内', en: 'There is no such case, or it lies outside your units' },
  'one-by-one': { zh: '此事项须逐件核对办理，不能批量', en: 'This has to be looked at case by case, not for many at once' },
  'already-posted': { zh: '款项已经入账，不能重复记账', en: 'The money has been posted already' },
  invalid: { zh: '所填内容不适用于本件', en: 'What was filled in does not fit this case' },
  stale: { zh: '本件在此期间已有变化，请打开办件查看', en: 'The case has changed meanwhile: please look at it' },
  'entry-changed': { zh: '登记册内容在此期间有了变化，请对照现值重新核实', en: 'The register has changed meanwhile: verify it against what stands there now' },
  failed: { zh: '系统出错，本件没有办成，请打开办件办理', en: 'Something went wrong with this case: please do it on its page' },
  'own-part': { zh: '您以本人身份办理过此件，不能再代他人办理', en: 'You took a step of this case in your own name: you do not act in it for another' },
  'absent-barred': { zh: '您代行的本人办理过与此相互制约的环节，不能由其代行人办理', en: 'Whom you stand in for took a step that this one must check: their substitute cannot do it' },
  'substitute-related': { zh: '您与当事人有申报的亲属或利害关系，不能代行办理', en: 'You have declared a relation to whom the case is about: you do not stand in here' },
  'same-person': { zh: '您已经办过与此相互制约的环节，须由另一人办理', en: 'You took a step that this one must check: another person has to do it' },
};

/** The rule's own sentence; a code without one is shown as it stands, so that somebody can be asked about it. */
export const reasonOf = (workflow: Workflow, code: string): Text =>
  workflow.messages.rules[code] ?? common[code] ?? { zh: `规则不允许（${code}）`, en: `A rule does not allow it (${code})` };
