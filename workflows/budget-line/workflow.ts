/** A budget line of a tier and a year: finance asks, the tier that bears it approves, more is added, and what is left goes back at the year's end. */
import { given, tell } from '../kit/shorthand.ts';
import { granted, left, moved, tierName, tierNames, tiers } from '../office/budget.ts';
import type { Case, Effect } from '../kit/words.ts';
import { dayOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { arrow, define, facts as questions, keyOf, reading, type Asked, type Line } from './line.ts';
import { messages } from './messages.ts';

const rules = {
  'no-payment-under-way': reading(['underWay'], ({ facts: { underWay } }) => underWay.count === 0),
  /** Only a year that is over can be closed. */
  'year-over': ({ case: { data }, at }: Asked) => dayOf(at).slice(0, 4) > String(data.year) || dayOf(at).slice(5) >= '12-20',
};
const checks = {
  onlyOne: {
    field: 'year', text: { zh: '该层级本年度已有预算，请在原预算上追加', en: 'The tier has a line for that year already: please add to it' },
    ok: reading(['others'], ({ facts: { others } }) => others !== null && others.count === 0),
  },
};
const branches = { ofDistrict: ({ case: { data }, form }: Asked) => (form.tier ?? data.tier) === 'district' };

/** Granted, or given back with a sign. */
const grant = (step: string, { case: { data } }: Pick<Asked, 'case'>, fen: number): Effect[] => [{ type: 'post', step, entries: moved({ [keyOf(data)]: fen }, granted, left) }];
const effects = {
  tellDistrict: tell('toApprove', 'district_officer'),
  tellHead: tell('toApprove', 'town_head'),
  tellFinance: tell('decided', 'finance'),
  /** Effects see the case as it stands after its step. */
  grantAll: (asked: Asked): Effect[] => grant('grant', asked, asked.case.data.granted),
  grantMore: (asked: Asked): Effect[] => grant(`grant:${asked.case.version}`, asked, asked.case.data.added ?? 0),
  giveBack: (asked: Asked): Effect[] => ((asked.case.data.returned ?? 0) === 0 ? [] : grant('return', asked, -(asked.case.data.returned ?? 0))),
};

const keepAsked = ({ form }: Asked): Partial<Line> => ({ asked: given(form.fen), askedDocumentNo: given(form.documentNo) });
const opened = (asked: Asked): Partial<Line> => {
  const { form } = asked;
  const [tier, year, documentNo] = [given(form.tier), given(form.year), given(form.documentNo)];
  return { tier, year, title: `${year}年${tierName(tier).zh}`, granted: 0, documentNo, ...(form.remark && { remark: form.remark }), ...keepAsked(asked) };
};
const added = ({ form }: Asked): Partial<Line> => ({ asked: given(form.addFen), askedDocumentNo: given(form.addDocumentNo) });
const approved = ({ case: { data } }: Asked): Partial<Line> =>
  ({ granted: data.granted + (data.asked ?? 0), added: data.asked ?? 0, documentNo: data.askedDocumentNo ?? data.documentNo, asked: null, askedDocumentNo: null });
const dropped = (): Partial<Line> => ({ asked: null, askedDocumentNo: null });
const closedWith = reading(['left'], ({ facts: { left: rest } }): Partial<Line> => ({ returned: rest ?? 0 }));

const OPENER = [{ step: '.open', since: 'case' }, { step: 'returned.revise', since: 'case' }] as const;
const approval = (post: string) => ({
  approve: arrow({ who: [post], notWho: OPENER }, { to: 'open', keep: approved, do: ['grantAll', 'tellFinance'] }),
  sendBack: arrow({ who: [post] }, { to: 'returned', do: ['tellFinance'] }),
});
const more = (post: string) => ({
  approveSupplement: arrow({ who: [post], notWho: [{ step: 'open.supplement', since: 'case' }] }, { to: 'open', keep: approved, do: ['grantMore', 'tellFinance'] }),
  refuseSupplement: arrow({ who: [post] }, { to: 'open', keep: dropped, do: ['tellFinance'] }),
});
const giveUp = arrow({ who: ['finance'], aside: true }, { to: 'givenUp' });

const books = ({ data }: Case<Line>): Record<string, number> => {
  const fen = data.granted - (data.returned ?? 0);
  return { [granted(keyOf(data))]: -fen, [left(keyOf(data))]: fen };
};

export const budgetLine = define({
  name: 'budget-line',
  version: 1,
  title: { zh: '预算额度', en: 'Budget lines' },
  about: { zh: '各级财政按年度安排的惠民资金：财政申报，出资层级审批，追加，年终结转。', en: 'What each tier sets aside for benefits in a year: asked for by finance, approved by the tier that bears it, added to, closed.' },
  readers: ['auditor', 'finance', 'town_head', 'district_officer'],
  returns: { events: ['sendBack'] },
  unit: 'town',
  key: (data) => (data.tier && data.year ? keyOf(data) : null),
  facts: questions, books, rules, branches, checks, effects, forms, messages, examples,
  open: arrow({ who: ['finance'], checks: ['onlyOne'] },
    { when: 'ofDistrict', to: 'districtApproval', keep: opened, do: ['tellDistrict'] },
    { to: 'headApproval', keep: opened, do: ['tellHead'] }),
  states: {
    districtApproval: { on: { ...approval('district_officer'), giveUp } },
    headApproval: { on: { ...approval('town_head'), giveUp } },
    returned: {
      tags: ['returned'],
      on: {
        revise: arrow({ who: ['finance'] }, { when: 'ofDistrict', to: 'districtApproval', keep: keepAsked, do: ['tellDistrict'] }, { to: 'headApproval', keep: keepAsked, do: ['tellHead'] }),
        giveUp,
      },
    },
    open: {
      on: {
        supplement: arrow({ who: ['finance'], aside: true },
          { when: 'ofDistrict', to: 'districtSupplement', keep: added, do: ['tellDistrict'] },
          { to: 'headSupplement', keep: added, do: ['tellHead'] }),
        proposeClose: arrow({ who: ['finance'], aside: true, rules: ['year-over', 'no-payment-under-way'] }, { to: 'closing', do: ['tellHead'] }),
      },
    },
    districtSupplement: { on: more('district_officer') },
    headSupplement: { on: more('town_head') },
    closing: {
      on: {
        confirmClose: arrow({ who: ['town_head'], notWho: [{ step: 'open.proposeClose', since: 'case' }], rules: ['no-payment-under-way'] }, { to: 'closed', keep: closedWith, do: ['giveBack', 'tellFinance'] }),
        refuseClose: arrow({ who: ['town_head'] }, { to: 'open', do: ['tellFinance'] }),
      },
    },
    closed: { tags: ['end', 'good'], on: {} },
    givenUp: { tags: ['end'], on: {} },
  },
  list: {
    title: 'title',
    fields: [
      { name: 'tier', label: { zh: '分担层级', en: 'Tier' }, type: 'text', options: tiers.map((value) => ({ value, label: tierNames[value] })) },
      { name: 'year', label: { zh: '预算年度', en: 'Budget year' }, type: 'number' },
      { name: 'granted', label: { zh: '已批预算', en: 'Granted' }, type: 'money' },
      { name: 'asked', label: { zh: '待批金额', en: 'Awaiting approval' }, type: 'money' },
      { name: 'documentNo', label: { zh: '预算文号', en: 'Budget document' }, type: 'text' },
    ],
  },
});
