/** Sixty nominations of the demo town, one or more in every stage; one title given under the past scheme was lost again. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, Day, Instant } from '../kit/words.ts';
import type { Household, Town } from '../office/demo-town/town.ts';
import { HONOURS, noticesOf, type NoticePlan } from '../office/demo-town/notice-days.ts';
import { hourOf } from '../office/demo-town/verified-month.ts';
import { isName } from '../office/names.ts';
import { addDays, addWorkdays, dayOf, isWorkday, nextWorkday } from '../office/working-days.ts';
import { sampleFacts, sampleStory, sampleSummary } from './examples.ts';
import { publicName } from './nomination.ts';
import { scheme2024 } from './schemes/2024.ts';
import { scheme2026 } from './schemes/2026.ts';
import type { Level, Scheme } from './schemes/scheme.ts';

type Goal = 'draft' | 'villageReview' | 'gathered' | 'villageNotice' | 'objection' | 'townCheck' | 'returned' | 'panelScoring' | 'townNotice' | 'headSignoff' | 'recommended' | 'forwarded' | 'votedDown' | 'objected' | 'refused' | 'withdrawn';
/** How many stand there, and how many working days ago each was opened. */
const GOALS: readonly (readonly [Goal, number, number])[] = [
  ['draft', 4, 2], ['villageReview', 6, 3], ['villageNotice', 6, 6], ['gathered', 3, 0], ['objection', 2, 8], ['townCheck', 7, 11], ['returned', 3, 13], ['panelScoring', 6, 14], ['townNotice', 5, 18],
  ['headSignoff', 3, 22], ['recommended', 7, 26], ['forwarded', 3, 28], ['votedDown', 1, 6], ['objected', 1, 10], ['refused', 1, 25], ['withdrawn', 1, 9],
];
/** The steps in order, with the working day after opening on which each happens. */
const DAY = { submit: 1, vote: 3, villageNotice: 4, object: 6, judge: 7, check: 11, score: 13, townNotice: 15, sign: 22, forward: 24, confirm: 30 } as const;

type Cast = { readonly clerk: string; readonly checker: string; readonly second: string; readonly reviewers: readonly string[]; readonly head: string; readonly district: string };
type Story = { readonly id: string; readonly unit: string; readonly household: Household; readonly headName: string; readonly level: Level; readonly scheme: Scheme; readonly opened: Day; readonly cast: Cast; readonly turn: number; readonly notice: NoticePlan | null };

const holders = ({ staff }: Town, post: string, unit?: string): string[] =>
  staff.filter(({ posts }) => posts.some((held) => held.post === post && (unit === undefined || held.unit === unit))).map(({ id }) => id);
const pick = (people: readonly string[], turn: number): string => people[turn % people.length] ?? '';

/** The n-th working day before a day. */
const workdayBefore = (day: Day, n: number): Day => {
  let found = day;
  for (let left = n; left > 0;) {
    found = addDays(found, -1);
    if (isWorkday(found)) left -= 1;
  }
  return found;
};

const VISITORS = [{ name: '白若谷' }, { name: '安知远' }];
const minutes = (heldOn: Day, yes: number): Data => ({ reference: `评议${heldOn}`, heldOn, panel: 9, present: 8, yes, no: 8 - yes, abstain: 0 });
const scoresFor = (turn: number): Data => ({ harmony: 16 + (turn % 4), upbringing: 17, elders: 18, neighbours: 15 + (turn % 5), honesty: 9, opinion: 8 });

const teller = (story: Story) => (event: string, by: string, after: number, hour: number, data: Data, minute = 0): DemoStep =>
  ({ case: story.id, unit: story.unit, event, by, at: hourOf(addWorkdays(story.opened, after), hour, minute), data });

function* hung(story: Story, level: 'village' | 'town'): Generator<DemoStep> {
  const step = teller(story);
  const after = level === 'village' ? DAY.villageNotice : DAY.townNotice;
  const [by, second] = level === 'village' ? [story.cast.clerk, story.cast.second] : [story.cast.second, story.cast.reviewers[0] ?? ''];
  const postedOn = addWorkdays(story.opened, after);
  yield step('draftNotice', by, after, 9, { noticeText: `拟推荐家庭公示：${publicName(story.headName)}。${sampleSummary}有异议的可在公示期内反映，可以匿名。` });
  yield step('release', second, after, 10, { previewSeen: true });
  yield step('recordPosting', by, after, 11, { sheet: { sheetNo: `公示${story.id}-${level}`, place: level === 'village' ? '村务公开栏' : '镇政务公开栏', postedOn } });
}

const refusal = { reason: 'R10', ground: '事迹材料不足以支持推荐。', remedyTold: true };

/** The story up to the goal; the clock ends the notices in between. */
function* told(story: Story, goal: Goal | 'commended'): Generator<DemoStep> {
  const { cast, opened, turn } = story;
  const step = teller(story);
  const reply = '已走访当事人及邻里，核查情况如实，特此答复。';
  yield step('open', cast.clerk, 0, 9, { scheme: story.scheme.id, household: story.household.id, levelTarget: story.level, source: turn % 3 === 0 ? 'organisation' : 'neighbours', categories: turn % 2 === 0 ? ['elders', 'neighbours'] : ['upbringing', 'reading'], members: [{ name: story.headName, relation: '02', consentReference: `同意书${story.id}`, signedOn: opened }], allAdults: true });
  if (goal === 'draft') return;
  yield step('submit', cast.clerk, DAY.submit, 9, { summary: sampleSummary, story: sampleStory });
  if (goal === 'villageReview') return;
  yield step('recordVote', cast.clerk, DAY.vote, 9, { minutes: minutes(addWorkdays(opened, DAY.vote), goal === 'votedDown' ? 3 : 7), villageOpinion: goal === 'votedDown' ? '同意票未过半' : '同意推荐' });
  if (goal === 'votedDown') return;
  if (story.notice) { yield { ...step('joinNotice', cast.clerk, 0, 0, { notice: story.notice.id }), at: story.notice.at('joined') }; return; }
  yield* hung(story, 'village');
  if (goal === 'villageNotice') return;
  if (goal === 'withdrawn') { yield step('withdraw', cast.clerk, DAY.object, 9, { statement: [{ kind: 'written_statement', reference: `撤回${story.id}`, seenOn: addWorkdays(opened, DAY.object) }] }); return; }
  if (goal === 'objection' || goal === 'objected') {
    yield step('object', cast.clerk, DAY.object, 10, { subject: 'not_eligible', content: '反映部分事迹与实际不符。', anonymous: true, receivedOn: addWorkdays(opened, DAY.object) });
    if (goal === 'objected') for (const [i, by] of cast.reviewers.slice(0, 2).entries()) yield step('judgeObjection', by, DAY.judge, 9 + i, { finding: 'upheld', reply });
    return;
  }
  if (goal === 'townCheck') return;
  if (goal === 'returned') { yield step('sendBack', cast.checker, DAY.check, 9, { reason: 'R01', items: [{ item: '缺少一名成年成员的同意书' }] }); return; }
  yield step('pass', cast.checker, DAY.check, 9, { visit: { visitedOn: addWorkdays(opened, DAY.check), persons: VISITORS, findings: '两人入户，逐条核对事迹，均属实。' }, facts: sampleFacts, noOtherAward: true, townOpinion: '同意提交评审' });
  const scorers = goal === 'panelScoring' ? turn % 3 : cast.reviewers.length;
  for (const [i, by] of cast.reviewers.slice(0, scorers).entries()) yield step('score', by, DAY.score, 9 + i, { scores: scoresFor(turn + i) });
  if (goal === 'panelScoring') return;
  yield step('rank', cast.second, DAY.score, 14, { rankReference: `评审${story.id}` });
  yield* hung(story, 'town');
  if (goal === 'townNotice' || goal === 'headSignoff') return;
  if (goal === 'refused') { yield step('reject', cast.head, DAY.sign, 9, refusal); return; }
  yield step('sign', cast.head, DAY.sign, 9, { outcome: goal === 'commended' ? 'commend' : 'recommend', headOpinion: '同意' });
  if (goal === 'recommended') return;
  yield step('forward', cast.checker, DAY.forward, 9, { packReference: `报送${story.id}` });
}

/** A title of the past scheme, still held. */
function* titled(story: Story): Generator<DemoStep> {
  yield* told(story, 'commended');
  yield teller(story)('confirm', story.cast.district, DAY.confirm, 9, { districtReference: '区复〔2024〕7号(合成)', districtOpinion: '同意表彰' });
}

/** And one that was lost. */
function* lost(town: Town, story: Story): Generator<DemoStep> {
  yield* titled(story);
  const step = teller(story);
  const heardOn = '2025-06-16';
  yield { ...step('proposeRevocation', story.cast.head, 0, 9, { revocationGround: 'false_facts', facts: '经核实，所报事迹中照料老人一节与事实不符。', heardOn, hearing: '家庭表示记述有误，同意撤销。' }), at: hourOf(nextWorkday(heardOn), 9) };
  yield { ...step('confirmRevocation', pick(holders(town, 'district_officer'), story.turn + 1), 0, 9, { districtOpinion: '同意撤销' }), at: hourOf(nextWorkday(nextWorkday(heardOn)), 9) };
}

/** Homes by village whose head has a proper name, and whose members nobody of the staff is related to. */
const homesOf = (town: Town, names: ReadonlyMap<string, string>): Map<string, Household[]> => {
  const related = new Set(town.relations.map(({ resident }) => town.residents.find(({ id }) => id === resident)?.household));
  return Map.groupBy(town.households.filter(({ id, head }) => !related.has(id) && isName(names.get(head) ?? '')), ({ unit }) => unit);
};

/** Who is selected takes places: three for the district, the others for the town. */
const levelOf = (goal: Goal, turn: number): Level => (goal === 'forwarded' ? 'district' : goal === 'refused' ? 'village' : ['townNotice', 'headSignoff', 'recommended'].includes(goal) ? 'town' : (['village', 'town'] as const)[turn % 2] ?? 'village');

const castOf = (town: Town, unit: string, turn: number): Cast => ({
  clerk: pick(holders(town, 'village_clerk', unit), 0), checker: pick(holders(town, 'town_clerk'), turn), second: pick(holders(town, 'town_clerk'), turn + 1),
  reviewers: holders(town, 'reviewer').slice(0, 3), head: pick(holders(town, 'town_head'), turn), district: pick(holders(town, 'district_officer'), turn),
});

/** More than one notice ever gathers. */
const GATHERED_APART = 8;
/** A town too small for sixty has one of each. */
const ENOUGH_HOMES = 600;

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const names = new Map(town.residents.map(({ id, name }) => [id, name]));
  const homes = homesOf(town, names);
  const units = [...homes.keys()].toSorted();
  const today = dayOf(at);
  const storyOf = (turn: number, scheme: Scheme, opened: Day, level: Level, notice: NoticePlan | null = null): Story | null => {
    const unit = notice?.unit ?? units[turn % units.length] ?? '';
    // Those that a notice gathers are taken from the end, so that no household is nominated twice.
    const household = notice ? homes.get(unit)?.at(-1 - (turn % GATHERED_APART)) : homes.get(unit)?.[Math.floor(turn / units.length)];
    return household ? { id: `${scheme.id}-${String(turn + 1).padStart(3, '0')}`, unit, household, headName: names.get(household.head) ?? '', level, scheme, opened, cast: castOf(town, unit, turn), turn, notice } : null;
  };
  const each = town.households.length < ENOUGH_HOMES ? 1 : Infinity;
  const plan = GOALS.flatMap(([goal, count, ago]) => Array.from({ length: Math.min(count, each) }, () => ({ goal, ago })));
  const notices = noticesOf(town, at).filter(({ gathers }) => gathers === HONOURS).flatMap((notice) => Array.from({ length: notice.cases }, () => notice));
  const present = plan.flatMap(({ goal, ago }, turn) => {
    const notice = goal === 'gathered' ? notices.shift() : undefined;
    if (goal === 'gathered' && !notice) return [];
    const story = storyOf(turn, scheme2026, workdayBefore(today, notice ? notice.joinedAgo + DAY.vote : ago), levelOf(goal, turn), notice ?? null);
    return story ? [...told(story, goal)] : [];
  });
  const past = storyOf(plan.length, scheme2024, '2024-03-04', 'town');
  const held = storyOf(plan.length + 1, scheme2024, '2024-03-11', 'town');
  return [...(past ? lost(town, past) : []), ...(held ? titled(held) : []), ...present];
};
