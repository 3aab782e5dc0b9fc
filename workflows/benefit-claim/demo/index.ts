/** What happened to the demo town's claims up to now: entitled people, real posts, and the clock in between. */
import type { DemoStep, World } from '../../kit/workflow.ts';
import type { Data, Day, Instant } from '../../kit/words.ts';
import { noticesOf, type NoticePlan } from '../../office/demo-town/notice-days.ts';
import { paydaysOf, workdayBefore, type Payday } from '../../office/demo-town/paydays.ts';
import type { Town } from '../../office/demo-town/town.ts';
import { hourOf } from '../../office/demo-town/verified-month.ts';
import { addWorkdays, dayOf } from '../../office/working-days.ts';
import { examples } from '../examples.ts';
import { programmes } from '../../office/programmes/index.ts';
import type { Programme } from '../../office/programmes/programme.ts';
import { belowCap, goals, type Goal } from './goals.ts';
import { claimantsOf, type Claimant } from './people.ts';
import { act, aftermaths, patience, stagesOf, turnings, type Act, type Role } from './stages.ts';

/** Claim numbers begin with a code of the programme. */
const CODES: Readonly<Record<string, string>> = { 'quota-return-award': 'TB', 'late-marriage-award': 'WH', 'elder-support': 'FZ', 'special-support': 'TF' };
/** A town too small for all has one of each. */
const LARGE = 1_000;

type Story = { readonly id: string; readonly unit: string; readonly opened: Day; readonly cast: Readonly<Record<Role, string>>; readonly form: Data };

const castOf = ({ staff }: Town, unit: string, turn: number): Story['cast'] => {
  const holder = (post: string, n: number, at?: string): string => {
    const holders = staff.filter(({ posts }) => posts.some((held) => held.post === post && (at === undefined || held.unit === at)));
    return holders[n % holders.length]?.id ?? '';
  };
  return {
    clerk: holder('village_clerk', 0, unit), checker: holder('town_clerk', turn), second: holder('town_clerk', turn + 1), reviewer: holder('reviewer', turn),
    otherReviewer: holder('reviewer', turn + 1), head: holder('town_head', turn), district: holder('district_officer', turn), finance: holder('finance', 0),
  };
};

/** The event's example as it would have been filled in that day. */
const filledIn = (event: string, way: number, at: Instant, unit: string): Data => {
  const world: World = { at, unit, free: { residents: [], households: [] }, cases: () => [] };
  const given = examples(world)[event] ?? {};
  return (Array.isArray(given) ? given[way] : given) as Data;
};

const stepOf = ({ id, unit, cast, form }: Story, { event, role, way = 0 }: Act, at: Instant, data?: Data): DemoStep =>
  ({ case: id, unit, event, by: cast[role], at, data: data ?? (event === 'open' ? form : filledIn(event, way, at, unit)) });

/** On the way to the state, by working days after the opening. */
const actsTo = (programme: Programme, state: string): Act[] => {
  const stages = stagesOf(programme);
  const turning = turnings[state];
  const last = stages.findIndex((one) => one.state === (turning?.from ?? state));
  return [...stages.slice(0, last + 1).flatMap(({ acts }) => acts), ...(turning?.acts ?? [])];
};

/** Working days after the opening on which the claim came to the state. */
const arrival = (programme: Programme, state: string): number =>
  turnings[state]?.acts.at(-1)?.day ?? stagesOf(programme).find((one) => one.state === state)?.day ?? 0;

const payment = (story: Story, payday: Payday, state: string): DemoStep[] => {
  const bounced = state === 'paymentFailed' || state === 'accountCheck';
  const from = payday.dayOf(bounced ? 'bounced' : 'closed');
  return [
    stepOf(story, act('batch', 'finance', 0), payday.at('joined'), { batch: payday.id }),
    ...(bounced ? [stepOf(story, act('bankFail', 'finance', 0), payday.at('bounced'))] : []),
    ...(aftermaths[state] ?? []).map((one) => stepOf(story, one, hourOf(addWorkdays(from, one.day), one.hour))),
  ];
};

/** An objection that came to nothing: the claim hangs on after the notice’s last day. */
const heldUp = (story: Story, notice: NoticePlan): DemoStep[] => [act('object', 'clerk', 1), act('judgeObjection', 'reviewer', 2), act('judgeObjection', 'otherReviewer', 2, 10)]
  .map((one) => stepOf(story, one, hourOf(addWorkdays(notice.dayOf('posted'), one.day), one.hour)));

type Place = { readonly programme: Programme; readonly goal: Goal; readonly opened: Day; readonly payday: Payday | null; readonly notice: NoticePlan | null };

const gatheredAt = (level: NoticePlan['level']): string => `${level}NoticeDraft`;

/** When the claim must have been opened to stand there now. */
const placesOf = (programme: Programme, today: Day, paydays: readonly Payday[], plans: readonly NoticePlan[], most: number): Place[] =>
  (goals[programme.id] ?? []).flatMap((goal) => Array.from({ length: Math.min(goal.count, most) }, (_, n): Place | null => {
    if (goal.notices) {
      const fitting = plans.filter(({ stand, gathers, level }) => goal.notices?.includes(stand) && (goal.beside || gathers === programme.id) && leadsTo(goal.state, level)).flatMap((plan) => Array.from({ length: plan.cases }, () => plan));
      const notice = fitting[n];
      return notice ? { programme, goal, payday: null, notice, opened: workdayBefore(today, notice.joinedAgo + arrival(programme, gatheredAt(notice.level))) } : null;
    }
    if (!goal.paydays) return { programme, goal, payday: null, notice: null, opened: workdayBefore(today, arrival(programme, goal.by ?? goal.state) + 1 + (n % (patience(goal.state) + 1))) };
    const fitting = paydays.filter(({ stand }) => goal.paydays?.includes(stand));
    const payday = fitting[n % fitting.length];
    return payday ? { programme, goal, payday, notice: null, opened: workdayBefore(today, payday.joinedAgo + arrival(programme, 'approved') + 1 + (n % 8)) } : null;
  })).filter((place) => place !== null);

/** Claims of a village's notice go on to the town's check, those of a town's stay where it has them. */
const leadsTo = (state: string, level: NoticePlan['level']): boolean => state.startsWith(level) || (level === 'village' && state === 'townCheck');

const isPaid = ({ programme, goal }: Place): boolean => programme.id === 'quota-return-award' && (goal.state === 'paid' || goal.state === 'closed');

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const paydays = paydaysOf(town, at);
  const plans = noticesOf(town, at);
  const next = claimantsOf(town);
  const places = programmes.flatMap((programme) => placesOf(programme, dayOf(at), paydays, plans, town.residents.length < LARGE ? 1 : Infinity));
  const lower = places.filter(isPaid).slice(0, belowCap.length);
  return places.flatMap((place, turn) => {
    const { programme, goal, opened, payday, notice } = place;
    const claimant: Claimant | null = next(programme, opened, notice?.place ?? turn);
    if (!claimant || (notice && claimant.resident.unit !== notice.unit)) return [];
    const { unit } = claimant.resident;
    const id = `${CODES[programme.id]}-${opened.slice(0, 4)}-${unit.slice(-3)}-${String(turn + 1).padStart(5, '0')}`;
    const amountClaimed = belowCap[lower.indexOf(place)] ?? programme.cap;
    const story: Story = { id, unit, opened, cast: castOf(town, unit, turn), form: { ...claimant.form, amountClaimed } };
    const way = actsTo(programme, payday ? 'approved' : notice ? gatheredAt(notice.level) : (goal.by ?? goal.state)).map((one) => stepOf(story, one, hourOf(addWorkdays(opened, one.day), one.hour)));
    if (notice && !goal.beside) return [...way, stepOf(story, act('joinNotice', notice.level === 'village' ? 'clerk' : 'checker', 0), notice.at('joined'), { notice: notice.id }), ...(notice.stand === 'late' ? heldUp(story, notice) : [])];
    return payday ? [...way, ...payment(story, payday, goal.state)] : way;
  });
};
