/** The demo town's reviews of this year: most are kept, some are to leave, some have not been visited yet. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import { ageOn } from '../office/days.ts';
import { workdayBefore } from '../office/demo-town/paydays.ts';
import type { Resident, Town } from '../office/demo-town/town.ts';
import { hourOf } from '../office/demo-town/verified-month.ts';
import { isName } from '../office/names.ts';
import { addWorkdays, dayOf } from '../office/working-days.ts';

type Goal = 'pending' | 'exitProposed' | 'kept';
const GOALS: readonly (readonly [Goal, number])[] = [['kept', 104], ['exitProposed', 6], ['pending', 10]];
const OPENED = 24;
const SPREAD = 14;
const LARGE = 1_000;
/** As the demonstration's elder support has it. */
const AGE = 55;
const EXITS = ['movedOut', 'gaveUp', 'noLonger'] as const;

const beneficiariesOf = ({ residents, planted, relations }: Town, at: Instant): Resident[] => {
  const doubtful = new Set([...planted.flatMap((one) => one.residents), ...relations.map(({ resident }) => resident)]);
  return residents.filter(({ id, status, name, idNumber, birthDate }) => status === 'active' && idNumber !== null && isName(name) && !doubtful.has(id) && birthDate !== null && ageOn(birthDate, dayOf(at)) >= AGE);
};

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const people = beneficiariesOf(town, at);
  const holder = (post: string, unit?: string): string => town.staff.find(({ posts }) => posts.some((held) => held.post === post && (unit === undefined || held.unit === unit)))?.id ?? '';
  const most = town.residents.length < LARGE ? 1 : Infinity;
  const plan = GOALS.flatMap(([goal, count]) => Array.from({ length: Math.min(count, most) }, () => goal));
  return plan.flatMap((goal, n): DemoStep[] => {
    const person = people[n];
    if (!person) return [];
    const opened = workdayBefore(dayOf(at), OPENED - (n % SPREAD));
    const step = (event: EventName, by: string, after: number, hour: number, data: Data): DemoStep => ({ case: `NS-${String(n + 1).padStart(4, '0')}`, unit: person.unit, event, by, at: hourOf(addWorkdays(opened, after), hour), data });
    const clerk = holder('village_clerk', person.unit);
    const visit = { visitedOn: addWorkdays(opened, 3), persons: [{ name: '白若谷' }, { name: '安知远' }], findings: '两人入户，见到本人，情况与登记一致。' };
    return [
      step('open', clerk, 0, 9, { beneficiary: person.id, programme: 'elder-support', year: Number(opened.slice(0, 4)), confirmationNo: `区确〔演示〕${n + 1}号` }),
      ...(goal === 'kept' ? [step('keepOn', clerk, 3, 10, { visit, opinion: '情况属实，拟保留。' }), step('passKept', holder('town_clerk'), 6, 9, { opinion: '核查无误。' })] : []),
      ...(goal === 'exitProposed' ? [step('proposeExit', clerk, 6, 10, {
        visit, exitGround: EXITS[n % EXITS.length], exitFacts: '经入户和部门核对，情况如所列原因。', exitPapers: [{ kind: 'written_statement', reference: `退出说明${n + 1}`, seenOn: addWorkdays(opened, 3) }], heard: '本人知晓，无异议。',
      })] : []),
    ];
  });
};
