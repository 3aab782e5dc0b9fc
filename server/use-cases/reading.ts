/** How facts are read for the office: what is locked, which terms of law its processes declare, and which post works in which. */
import { keptUntil } from '../../workflows/kit/kept.ts';
import { postsActingIn } from '../../workflows/kit/offers.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import type { Reading } from '../store/facts.ts';

/** Names of the processes in which a post has something to do. */
export const processesOf = ({ workflows }: Pick<Office, 'workflows'>, post: string): string[] => workflows.filter((one) => postsActingIn(one).includes(post)).map(({ name }) => name);

export const readingFor = (office: Pick<Office, 'keys' | 'district' | 'workflows'>, purpose: Reading['for']): Reading => ({
  keys: office.keys, district: office.district, for: purpose, processesOf: (post) => processesOf(office, post),
  keptUntil: (name, one) => {
    const workflow = findWorkflow(office, name);
    return workflow ? keptUntil(workflow, one) : null;
  },
});
