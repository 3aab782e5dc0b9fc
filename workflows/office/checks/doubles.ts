/** Checks among all entries that share a key (D20 to D24, D26). */
import { checkId } from '../citizen-id.ts';
import { isOneApart } from './distance.ts';
import type { Entry } from './facts.ts';
import { among, groupRule, hitIf } from './rule.ts';

/** Numbers no person can have (zeros for want of one) make nobody the double of anybody. */
const realId = (id: string | null): string | null => (id !== null && checkId(id).birthDate !== undefined ? id : null);
const countOf = <T>(group: readonly T[], keyOf: (one: T) => string): number => new Set(group.map(keyOf)).size;

/** With its check digit a number is two places away from one that differs in a single digit. */
const isSlip = (a: string, b: string): boolean => isOneApart(a, b) || isOneApart(a.slice(0, 17), b.slice(0, 17));

/** Households of the group that no couple joins. */
const families = (group: readonly Entry<'household' | 'spouse'>[]): number => {
  const home = new Map(group.map(({ id, household }) => [id, household]));
  const joined = new Map<string, string>();
  const root = (household: string): string => { const up = joined.get(household); return up === undefined ? household : root(up); };
  for (const { household, spouse } of group) {
    const [mine, theirs] = [root(household), root(home.get(spouse ?? '') ?? household)];
    if (mine !== theirs) joined.set(mine, theirs);
  }
  return countOf(group, ({ household }) => root(household));
};

const HOMES_PER_PHONE = 4;
const HEAD = '02';

export const doubles = [
  groupRule({
    id: 'D20', level: 'error', dimension: 'duplicate',
    reads: ['idNumber'], least: 2,
    title: { zh: '身份号码重复', en: 'Same identity number twice' },
    explanation: { zh: '两条及以上在册记录使用同一身份号码。', en: 'Two or more present records bear the same identity number.' },
    remedy: { zh: '查验身份证：是同一人的，保留一条并合并信息；不是同一人的，更正有误的号码。', en: 'Look at the cards: of one person keep one record and bring the data together; of two, correct the number that is wrong.' },
    keyOf: ({ idNumber, status }) => (status === 'active' ? realId(idNumber) : null),
    judge: (group) => [among(group, 'idNumber', { records: group.length })],
  }),
  groupRule({
    id: 'D21', level: 'warning', dimension: 'duplicate',
    reads: ['name', 'birthDate', 'sex', 'idNumber'], least: 2,
    title: { zh: '疑似同一人：号码相差一位', en: 'Perhaps one person: numbers one digit apart' },
    explanation: { zh: '姓名、出生日期、性别相同，身份号码只差一位，可能是同一人重复登记。', en: 'Name, date of birth and sex agree and the numbers differ by one digit: perhaps one person entered twice.' },
    remedy: { zh: '查验双方身份证；确为两人的，注明后保留。', en: 'Look at both cards; where they are two people, note it and keep both.' },
    keyOf: ({ name, birthDate, sex, idNumber, status }) => (status === 'active' && name && birthDate && idNumber ? `${name} ${birthDate} ${sex}` : null),
    judge: (group) => {
      const near = group.filter((one) => group.some((other) => isSlip(one.idNumber ?? '', other.idNumber ?? '')));
      return hitIf(near.length > 1, () => among(near, 'idNumber', { records: near.length }));
    },
  }),
  groupRule({
    id: 'D22', level: 'warning', dimension: 'duplicate',
    reads: ['idNumber'], least: 2,
    title: { zh: '同一人在两个村居有记录', en: 'One person on the register of two villages' },
    explanation: { zh: '同一身份号码在两个村居都有记录，多为搬迁后没有交接。', en: 'One identity number stands in two villages: mostly a move without a hand-over.' },
    remedy: { zh: '由两个村居办理交接，现居住地保留记录，原村居注销。', en: 'The villages hand over: the one where the person lives keeps the record, the other closes its own.' },
    keyOf: ({ idNumber }) => realId(idNumber),
    judge: (group) => hitIf(countOf(group, ({ unit }) => unit) > 1, () => among(group, 'unit', { records: group.length })),
  }),
  groupRule({
    id: 'D23', level: 'warning', dimension: 'duplicate',
    reads: ['account', 'household', 'spouse'], least: 2,
    title: { zh: '多人共用一个账户', en: 'One account for several people' },
    explanation: { zh: '没有家庭关系的两人及以上登记了同一收款账户。', en: 'Two or more people of no one family are paid into the same account.' },
    remedy: { zh: '查验账户证明，改为本人账户；待遇只能发到本人名下。', en: 'Look at the proof of the account and enter the person’s own: benefits go to the person’s own name only.' },
    keyOf: ({ account, status }) => (status === 'active' ? account : null),
    judge: (group) => hitIf(families(group) > 1, () => among(group, 'account', { records: group.length })),
  }),
  groupRule({
    id: 'D24', level: 'warning', dimension: 'duplicate',
    reads: ['phone', 'household'], least: HOMES_PER_PHONE + 1,
    title: { zh: '多户共用一个电话', en: 'One telephone for many households' },
    explanation: { zh: '四户以上登记了同一电话，可能是代填。', en: 'More than four households bear the same number: perhaps it was filled in for them.' },
    remedy: { zh: '逐户核实本人电话后更正。', en: 'Ask each household for its own number and correct it.' },
    keyOf: ({ phone, status }) => (status === 'active' ? phone : null),
    judge: (group) => {
      const households = countOf(group, ({ household }) => household);
      return hitIf(households > HOMES_PER_PHONE, () => among(group, 'phone', { households }));
    },
  }),
  groupRule({
    id: 'D26', level: 'warning', dimension: 'cross',
    reads: ['household', 'relation'], least: 1,
    title: { zh: '一户无户主或有两个户主', en: 'Household with two heads, or none' },
    explanation: { zh: '每户应有且只有一人与户主关系为“户主”。', en: 'A household has one head, and one only.' },
    remedy: { zh: '对照户口簿确定户主，更正其他人与户主关系。', en: 'Find the head in the household book, and correct the others’ relations.' },
    keyOf: ({ household, status }) => (status === 'active' ? household : null),
    judge: (group) => {
      const heads = group.filter(({ relation }) => relation === HEAD);
      return hitIf(heads.length !== 1, () => among(heads.length > 1 ? heads : group, 'relation', { heads: heads.length }));
    },
  }),
];
