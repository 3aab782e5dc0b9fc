/** Where a case stands, whom it waits for and until when, in one sentence. */
import { waitsFor } from '../../workflows/kit/describe.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Day, EventName, Instant, Post, State, Text } from '../../workflows/kit/words.ts';
import { postName } from '../../workflows/office/posts.ts';
import { clockOf, dayOf, workdaysBetween } from '../../workflows/office/working-days.ts';

export const stateName = (workflow: Workflow, state: State): Text => workflow.messages.states[state] ?? { zh: state, en: state };
export const eventName = (workflow: Workflow, event: EventName): Text => workflow.messages.events[event] ?? { zh: event, en: event };

/** Whether an event may be sent at the state without being anybody’s duty there. */
export const isAside = (workflow: Workflow, { state }: { readonly state: State }, event: EventName): boolean => workflow.states[state]?.on[event]?.aside ?? false;
export const isEnd = (workflow: Workflow, state: State): boolean => workflow.states[state]?.tags?.includes('end') ?? false;

/** 镇经办、审核员 / Town clerk or Reviewer. */
export const postNames = (posts: readonly Post[]): Text => ({
  zh: posts.map((post) => postName(post).zh).join('、'),
  en: posts.map((post) => postName(post).en).join(' or '),
});

/** By hand: the browser's own formats take longer to make than the inbox to paint. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** A day, or a month (`YYYY-MM`), as people write it; anything else as it stands. */
export const dayText = (given: Day): Text => {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(given) ?? [];
  if (year === undefined || month === undefined) return { zh: given, en: given };
  const [zh, en] = day === undefined ? ['', ''] : [`${Number(day)}日`, `${Number(day)} `];
  return { zh: `${year}年${Number(month)}月${zh}`, en: `${en}${MONTHS[Number(month) - 1] ?? month} ${year}` };
};

export const dateText = (at: Instant): Text => dayText(dayOf(at));

/** Date and time in the office's zone, whatever the reader's machine says. */
export const momentText = (at: Instant): Text => {
  const [day, time] = [dateText(at), clockOf(at)];
  return { zh: `${day.zh} ${time}`, en: `${day.en}, ${time}` };
};

/** Working days from one moment to the other; null where the calendar has no table for the year yet. */
const daysFrom = (from: Instant, to: Instant): number | null => {
  try {
    return workdaysBetween(dayOf(from), dayOf(to));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const plural = (n: number): string => `${n} working day${n === 1 ? '' : 's'}`;

export const isOverdue = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt < now;

/** 剩 2 个工作日 / 今天到期 / 逾期 3 个工作日. */
export const leftText = (dueAt: Instant, now: Instant): Text => {
  if (isOverdue(dueAt, now)) {
    const late = daysFrom(dueAt, now);
    return late ? { zh: `逾期 ${late} 个工作日`, en: `${plural(late)} overdue` } : { zh: '已逾期', en: 'overdue' };
  }
  const left = daysFrom(now, dueAt);
  if (left === null) return { zh: '未到期', en: 'not due yet' };
  return left === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `剩 ${left} 个工作日`, en: `${plural(left)} left` };
};

const untilText = (dueAt: Instant | null, now: Instant): Text => {
  if (dueAt === null) return { zh: '，未设期限', en: '; no time limit is set' };
  const [day, left] = [dateText(dueAt), leftText(dueAt, now)];
  return { zh: `，期限至${day.zh}，${left.zh}`, en: `, due ${day.en}: ${left.en}` };
};

const clockText = (workflow: Workflow, state: State, dueAt: Instant, now: Instant): Text => {
  const sends = workflow.states[state]?.term?.sends;
  const step = sends ? eventName(workflow, sends) : null;
  const [day, left] = [dateText(dueAt), leftText(dueAt, now)];
  return {
    zh: `到${day.zh}期满（${left.zh}）${step ? `，届时系统自动“${step.zh}”` : ''}`,
    en: `it runs until ${day.en} (${left.en})${step ? `, when the system does “${step.en}” by itself` : ''}`,
  };
};

/** The sentence at the head of a case. */
export const standingOf = (workflow: Workflow, { state, dueAt }: { state: State; dueAt: Instant | null }, now: Instant): Text => {
  const name = stateName(workflow, state);
  if (isEnd(workflow, state)) return { zh: `本件已结束：“${name.zh}”。`, en: `This case is closed: “${name.en}”.` };
  const posts = waitsFor(workflow, state);
  if (posts.length > 0) {
    const [who, until] = [postNames(posts), untilText(dueAt, now)];
    return { zh: `本件现在“${name.zh}”，待${who.zh}办理${until.zh}。`, en: `This case stands at “${name.en}” and waits for: ${who.en}${until.en}.` };
  }
  if (dueAt === null) return { zh: `本件现在“${name.zh}”，待相关办件办完后继续。`, en: `This case stands at “${name.en}” and goes on when the cases it depends on are done.` };
  const clock = clockText(workflow, state, dueAt, now);
  return { zh: `本件现在“${name.zh}”，${clock.zh}。`, en: `This case stands at “${name.en}”; ${clock.en}.` };
};
