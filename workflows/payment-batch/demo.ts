/** The demo town's payment batches, one at least at every stand. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import { paydaysOf, type Payday, type PaydayStand, type PaydayStep } from '../office/demo-town/paydays.ts';
import type { Town } from '../office/demo-town/town.ts';

/** How far a batch of each stand has come. */
const COME: readonly PaydayStand[] = ['draft', 'checked', 'signed', 'sentToBank', 'returnedOk', 'reconciled', 'closed'];
const reached = (stand: PaydayStand): number => COME.indexOf(stand === 'partlyReturned' ? 'returnedOk' : stand);

type Staff = { readonly finance: readonly string[]; readonly heads: readonly string[]; readonly unit: string };
const staffOf = ({ staff, units }: Town): Staff => {
  const holding = (post: string): string[] => staff.filter(({ posts }) => posts.some((held) => held.post === post)).map(({ id }) => id);
  return { finance: holding('finance'), heads: holding('town_head'), unit: units.find(({ kind }) => kind === 'town')?.id ?? '' };
};

const hashOf = (payday: Payday, digit: string): string => [...payday.id].map((letter) => letter.charCodeAt(0).toString(16)).join('').padEnd(64, digit).slice(0, 64);

const told = (payday: Payday, turn: number, { finance, heads, unit }: Staff): DemoStep[] => {
  const [first = '', second = ''] = finance;
  const step = (event: EventName, by: string, when: PaydayStep, data: Data): DemoStep => ({ case: payday.id, unit, event, by, at: payday.at(when), data });
  const opened = step('open', first, 'opened', { title: `${payday.dayOf('opened').slice(0, 7)} 发放批次 ${turn + 1}（演示）`, payBy: payday.dayOf('returned') });
  if (payday.stand === 'cancelled') return [opened, step('cancel', first, 'joined', { remark: '资金计划调整，作废。' })];
  const later = [
    step('check', second, 'checked', { remark: '逐笔核对，金额一致。' }),
    step('sign', heads[turn % heads.length] ?? '', 'signed', { opinion: '同意发放。' }),
    step('sendToBank', first, 'sent', { bankFileNo: `代发-${payday.id}`, fileHash: hashOf(payday, 'a'), sentOn: payday.dayOf('sent') }),
    step('recordReturn', first, 'returned', { bankReference: `回盘-${payday.id}`, fileHash: hashOf(payday, 'b'), receivedOn: payday.dayOf('returned') }),
    step('reconcile', second, 'reconciled', { statementNo: `对账-${payday.id}` }),
    step('close', first, 'closed', { remark: '已归档。' }),
  ];
  return [opened, ...later.slice(0, reached(payday.stand))];
};

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const staff = staffOf(town);
  return paydaysOf(town, at).flatMap((payday, turn) => told(payday, turn, staff));
};
