/** What the demo town tells of the notices that gather cases of one kind. */
import type { DemoStep } from '../../workflows/kit/workflow.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';

export const noticeSteps = (town: Town, at: string, kind: string): (DemoStep & { workflow: string })[] => {
  const steps = publicNotice.demo(town, at);
  const ids = new Set(steps.filter(({ event, data }) => event === 'open' && data['kind'] === kind).map((step) => step.case));
  return steps.filter((step) => ids.has(step.case)).map((step) => ({ ...step, workflow: publicNotice.name }));
};
