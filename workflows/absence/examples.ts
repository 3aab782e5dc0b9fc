/** One filled-in form for every step of an absence: the asker's own, on days that are free for both. */
import type { Workflow } from '../kit/workflow.ts';
import type { Person } from '../kit/words.ts';
import { addDays, dayOf } from '../office/working-days.ts';

const nobody = (id: string): Person => ({ id, name: id, posts: [], substitutions: [] });
const DAYS = 2;

export const examples: Workflow['examples'] = ({ at, staff }) => {
  const asker = staff?.asker ?? nobody('nobody');
  const other = staff?.others.find(({ id }) => id !== asker.id) ?? nobody('somebody');
  const post = asker.posts[0]?.post ?? 'town_clerk';
  // From tomorrow on: an example changes nothing of today.
  const from = [...asker.substitutions, ...other.substitutions].reduce((day, { until }) => (until >= day ? addDays(until, 1) : day), addDays(dayOf(at), 1));
  const processes = (staff?.processes[post] ?? ['any']).filter((name) => name !== 'absence');
  return {
    open: { absent: asker.id, post, substitute: other.id, from, until: addDays(from, DAYS), workflows: processes.slice(0, 2) },
    confirm: { opinion: '同意。' },
    refuse: { ground: '该期间工作需要，请另行安排。' },
    withdraw: { ground: '行程取消。' },
    revoke: { ground: '提前返岗。' },
  };
};
