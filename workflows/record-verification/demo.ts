/** What the village clerks of the demo town entered this month, record by record. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, Instant } from '../kit/words.ts';
import { hourOf, verifiedMonth, type MonthRecord, type MonthVillage, type VerifiedMonth } from '../office/demo-town/verified-month.ts';
import type { Resident, Town } from '../office/demo-town/town.ts';
import { addDays, dayOf } from '../office/working-days.ts';

const METHODS = ['visit', 'papers', 'phone', 'visit', 'match', 'self', 'visit'] as const;
const UNABLE = ['moved', 'no_contact', 'refused', 'deceased'] as const;
const SEEN = { identity: true, marriage: true, residence: true, contact: true };
const ORDERED = '长期未能核实，三次联系未果，由两名审核员核查。';
const VISITORS = [{ name: '安知远' }, { name: '白若谷' }];
const FOUND = '经走访亲属邻里、比对部门记录，与登记一致。';
const SAME_REMARK = '情况属实，无变化。';
/** Days between a change and its entry, and for those planted as late (D28: more than thirty). */
const SOON = 6;
const LATE = 45;
/** Every ninth correction of a village under review is one of a name, and takes a second person. */
const KEY_EVERY = 9;

type Staff = { readonly clerkOf: ReadonlyMap<string, string>; readonly townClerks: readonly string[]; readonly reviewers: readonly string[] };
type Story = { readonly town: Town; readonly staff: Staff; readonly village: MonthVillage; readonly record: MonthRecord; readonly at: Instant };

const holders = ({ staff }: Town, post: string): { id: string; unit: string }[] =>
  staff.flatMap(({ id, posts }) => posts.filter((held) => held.post === post).map(({ unit }) => ({ id, unit })));

const staffOf = (town: Town): Staff => ({
  clerkOf: new Map(holders(town, 'village_clerk').map(({ id, unit }) => [unit, id])),
  townClerks: holders(town, 'town_clerk').map(({ id }) => id),
  reviewers: holders(town, 'reviewer').map(({ id }) => id),
});

/** One of them who has declared no relation to the person. */
const unrelated = ({ relations }: Town, people: readonly string[], resident: Resident, turn: number): string => {
  const free = people.filter((person) => !relations.some((one) => one.person === person && one.resident === resident.id));
  return free[turn % free.length] ?? '';
};

const otherName = (name: string): string => {
  const letters = [...name];
  return [...letters.slice(0, -1), letters.at(-1) === '宁' ? '安' : '宁'].join('');
};

const newValues = (village: MonthVillage, { resident, index, planted }: MonthRecord): Data => {
  if (village.stand === 'townReview' && index % KEY_EVERY === 0 && planted === undefined) return { name: otherName(resident.name) };
  if (index % 4 === 3 && resident.phone !== null) return { phone: `1009${resident.id.slice(-6).padStart(7, '0')}` };
  return { residenceAddress: `${resident.residenceAddress}${(index % 7) + 1}单元` };
};

const papers = (kind: string, at: Instant): Data[] => [{ kind, reference: '已查验原件', seenOn: dayOf(at) }];

const unableForm = ({ record, at }: Story): Data => {
  const unableReason = UNABLE[record.index % UNABLE.length];
  return { unableReason, ...(unableReason === 'no_contact' && { tries: ['visit', 'phone', 'phone'].map((how) => ({ triedOn: dayOf(at), how })) }) };
};

function* steps(story: Story): Generator<DemoStep> {
  const { town, staff, village, record, at } = story;
  const verifiedOn = dayOf(at);
  const method = METHODS[(record.index + village.index) % METHODS.length];
  const clerk = staff.clerkOf.get(village.unit) ?? '';
  const step = (event: string, by: string, moment: Instant, data: Data): DemoStep => ({ case: record.id, unit: village.unit, event, by, at: moment, data });
  if (record.result === 'unable') yield step('markUnable', clerk, at, unableForm(story));
  else if (record.result !== 'corrected' && record.planted === 'D29') {
    yield step('markUnable', clerk, at, { unableReason: 'no_contact', tries: ['visit', 'phone', 'phone'].map((how) => ({ triedOn: verifiedOn, how })) });
    yield step('orderCheck', unrelated(town, staff.townClerks, record.resident, village.index), hourOf(verifiedOn, 16), { ground: ORDERED });
    for (const turn of [0, 1]) yield step('judge', unrelated(town, staff.reviewers, record.resident, turn), hourOf(verifiedOn, 17, turn * 30), { finding: 'consistent', visit: { visitedOn: verifiedOn, persons: VISITORS, findings: FOUND } });
  }
  else if (record.result !== 'corrected') yield step('confirmSame', clerk, at, { groups: SEEN, method, verifiedOn, ...(record.planted === 'D31' && { remark: SAME_REMARK }) });
  else {
    const changes = newValues(village, record);
    const proof = papers('name' in changes ? 'household_book' : 'signed_form', at);
    const changedOn = addDays(verifiedOn, -(record.planted === 'D28' ? LATE : SOON));
    yield step('proposeChange', clerk, at, { changes, method, verifiedOn, changedOn, evidence: proof });
    yield step('approve', unrelated(town, staff.townClerks, record.resident, village.index), hourOf(verifiedOn, 16, 30), { proofSeen: proof });
    if ('name' in changes) yield step('confirmKey', unrelated(town, staff.reviewers, record.resident, village.index), hourOf(verifiedOn, 17), { proofSeen: proof });
  }
}

const LOOKED_BY = ['phone', 'visit', 'papers'] as const;

/** The town's sample, looked at by a clerk who did not approve what was found. */
const looks = (town: Town, staff: Staff, { lookedAt }: VerifiedMonth, village: MonthVillage): DemoStep[] => {
  const records = new Map(village.records.map((record) => [record.id, record]));
  return village.looked.map((id, i): DemoStep => {
    const at = lookedAt[i % lookedAt.length] ?? '';
    const by = unrelated(town, staff.townClerks, (records.get(id) as MonthRecord).resident, village.index + 1);
    return { case: id, unit: village.unit, event: 'townCheck', by, at, data: { found: 'right', how: LOOKED_BY[i % LOOKED_BY.length], checkedOn: dayOf(at) } };
  });
};

/** Every verified record of the month: up to three steps each, and one more for those the town drew. */
export const demo = (town: Town, at: Instant): DemoStep[] => {
  const staff = staffOf(town);
  const month = verifiedMonth(town, at);
  return month.villages.flatMap((village) => [
    ...village.records.flatMap((record) => (record.at === null ? [] : [...steps({ town, staff, village, record, at: record.at })])),
    ...looks(town, staff, month, village),
  ]);
};
