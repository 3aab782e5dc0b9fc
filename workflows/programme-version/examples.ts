/** One filled-in form for every step of a version. */
import type { Workflow } from '../kit/workflow.ts';
import { programmes } from '../office/programmes/index.ts';
import { addDays, dayOf } from '../office/working-days.ts';

const AHEAD = 40;
const ANY = ['checking', 'approval', 'approved', 'inForce', 'closing', 'replaced', 'closed'];

export const examples: Workflow['examples'] = ({ at, cases }) => {
  const today = dayOf(at);
  const others = cases('programme-version', ANY);
  const live = programmes.filter(({ status }) => status === 'live');
  const crowd = (id: string): number => others.filter(({ data }) => data['programme'] === id).length;
  const programme = live.toSorted((a, b) => crowd(a.id) - crowd(b.id))[0];
  /** After every version there is, so that it can be the next. */
  const last = others.filter(({ data }) => data['programme'] === programme?.id).map(({ data }) => String(data['effectiveFrom'])).sort().at(-1);
  const effectiveFrom = addDays(last && last > today ? last : today, AHEAD);
  const terms = { validUntil: addDays(effectiveFrom, 730), claimDeadline: addDays(effectiveFrom, 1_095), cap: 132_000, shares: [{ tier: 'district', percent: 60 }, { tier: 'town', percent: 40 }], remainderTo: 'town' };
  const said = { effectiveFrom, documentNo: `演示发〔${today.slice(0, 4)}〕21号`, reason: '按上级文件提高标准，并调整分担比例。' };
  const opinion = '内容与依据文件一致，同意。';
  const ground = '情况有变，暂不实施。';
  return {
    open: { programme: programme?.id, ...said, terms },
    revise: { ...said, terms: { ...terms, cap: 126_000 } },
    submit: {}, withdraw: { ground }, pass: { opinion }, sendBack: { remark: '请补充分担比例的依据。' },
    approve: { opinion }, refuse: { ground }, recall: { ground },
    giveWay: { replacedBy: 'none', until: today },
    proposeClose: { closedOn: addDays(today, AHEAD), ground: '上级已设立同类项目，不再新增。' },
    confirmClose: { opinion }, refuseClose: { ground },
  };
};
