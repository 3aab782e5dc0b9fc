/** A programme's new version: drafted, laid beside what holds, checked by another, approved by the head, in force from its day until the next one or until the programme is closed. */
import { given, tell } from '../kit/shorthand.ts';
import type { Effect } from '../kit/words.ts';
import { programmes } from '../office/programmes/index.ts';
import { addDays, dayOf, startOf } from '../office/working-days.ts';
import { checks, draftChecks } from './checks.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { messages } from './messages.ts';
import { allTerms, arrow, asFirst, define, facts, heldBy, NAME, reading, type Asked, type Version } from './version.ts';

const written = reading(['versions'], ({ case: { data }, form, facts: { versions } }): Partial<Version> => {
  const [programme, effectiveFrom] = [data.programme || given(form.programme), given(form.effectiveFrom)];
  return { programme, effectiveFrom, documentNo: given(form.documentNo), reason: given(form.reason), terms: given(form.terms), ...heldBy(programme, versions, effectiveFrom) };
});
/** What holds may have changed since the draft was written. */
const handedIn = reading(['versions'], ({ case: { data }, facts: { versions } }): Partial<Version> => heldBy(data.programme, versions, data.effectiveFrom));
const approved = ({ case: { data } }: Asked): Partial<Version> => ({ governs: allTerms(data.terms, data.held) });
const replaced = ({ form }: Asked): Partial<Version> => ({ replacedBy: given(form.replacedBy), until: given(form.until) });

const IN_FORCE = ['inForce', 'closing'];
const effects = {
  tellChecker: tell('toCheck', 'reviewer'),
  tellHead: tell('toApprove', 'town_head'),
  tellDrafter: tell('decided', 'town_clerk'),
  /** Effects see the case as it stands after its step: it is in force by now, and not its own predecessor. */
  replaceEarlier: reading(['versions'], ({ case: { id, data }, facts: { versions } }): Effect[] => {
    const before = (versions ?? []).filter((one) => one.id !== id && IN_FORCE.includes(one.state));
    return before.length === 0 ? [] : [{ type: 'send', workflow: NAME, event: 'giveWay', as: 'clock', to: before.map((one) => ({ id: one.id, data: { replacedBy: id, until: addDays(data.effectiveFrom, -1) } })) }];
  }),
};

const rules = {
  'no-other-under-way': reading(['underWay'], ({ facts: { underWay } }) => underWay !== null && underWay.count === 0),
  'still-ahead': ({ case: { data }, at }: Asked) => data.effectiveFrom > dayOf(at),
  'last-day-ahead': ({ case: { data }, at }: Asked) => (data.closing ?? '') >= dayOf(at),
};

const drafted = [{ step: '.open', since: 'case' }, { step: 'draft.revise', since: 'case' }, { step: 'draft.submit', since: 'case' }] as const;
const withdraw = arrow({ who: ['town_clerk'], aside: true }, { to: 'withdrawn' });
const sendBack = (post: string) => arrow({ who: [post] }, { to: 'draft', keep: ({ form }) => ({ remark: given(form.remark) }), do: ['tellDrafter'] });
const giveWay = arrow({ who: ['clock'], aside: true }, { to: 'replaced', keep: replaced });

export const programmeVersion = define({
  name: NAME,
  version: 1,
  title: { zh: '惠民项目版本', en: 'Programme versions' },
  about: { zh: '惠民项目的新版本：拟定、与现行版本对照、他人复核、领导批准，自施行之日起适用于新发生的权益。', en: 'New versions of benefit programmes: drafted, laid beside what holds, checked by another, approved by the head, and in force from their day for what entitles from then on.' },
  readers: ['finance', 'district_officer', 'auditor'],
  unit: 'town',
  key: ({ programme }) => programme || null,
  facts, rules, branches: {}, checks, effects, forms, messages, examples,
  proposes: { event: 'open', values: 'terms', held: 'held', versions: { of: 'programme', no: 'number', from: 'effectiveFrom', first: asFirst } },
  open: arrow({ who: ['town_clerk'], checks: draftChecks }, { to: 'draft', keep: written }),
  states: {
    draft: {
      on: {
        submit: arrow({ who: ['town_clerk'], rules: ['no-other-under-way', 'still-ahead'] }, { to: 'checking', keep: handedIn, do: ['tellChecker'] }),
        revise: arrow({ who: ['town_clerk'], aside: true, checks: draftChecks }, { keep: written }),
        withdraw,
      },
    },
    checking: {
      on: {
        pass: arrow({ who: ['reviewer'], notWho: drafted, rules: ['still-ahead'] }, { to: 'approval', do: ['tellHead'] }),
        sendBack: sendBack('reviewer'),
        withdraw,
      },
    },
    approval: {
      sitting: { sign: 'approve', back: 'sendBack', facts: ['programme', 'effectiveFrom', 'documentNo'] },
      on: {
        approve: arrow({ who: ['town_head'], notWho: [...drafted, { step: 'checking.pass', since: 'case' }], rules: ['still-ahead', 'no-other-under-way'] }, { to: 'approved', keep: approved, do: ['tellDrafter'] }),
        sendBack: sendBack('town_head'),
        refuse: arrow({ who: ['town_head'] }, { to: 'refused', do: ['tellDrafter'] }),
        withdraw,
      },
    },
    approved: {
      term: { sends: 'takeEffect', until: ({ case: { data } }) => startOf(data.effectiveFrom) },
      tags: ['good'],
      on: {
        takeEffect: arrow({ who: ['clock'] }, { to: 'inForce', do: ['replaceEarlier', 'tellDrafter'] }),
        recall: arrow({ who: ['town_head'], aside: true, rules: ['still-ahead'] }, { to: 'withdrawn', do: ['tellDrafter'] }),
      },
    },
    inForce: {
      tags: ['good'],
      on: { proposeClose: arrow({ who: ['town_clerk'], aside: true, checks: ['closedAhead'] }, { to: 'closing', keep: ({ form }) => ({ closing: given(form.closedOn) }), do: ['tellHead'] }), giveWay },
    },
    closing: {
      on: {
        confirmClose: arrow({ who: ['town_head'], notWho: [{ step: 'inForce.proposeClose', since: 'round' }], rules: ['last-day-ahead'] }, { to: 'closed', keep: ({ case: { data } }) => ({ closedOn: given(data.closing ?? undefined) }), do: ['tellDrafter'] }),
        refuseClose: arrow({ who: ['town_head'] }, { to: 'inForce', keep: () => ({ closing: null }), do: ['tellDrafter'] }),
        giveWay,
      },
    },
    replaced: { tags: ['end'], on: {} },
    closed: { tags: ['end'], on: {} },
    refused: { tags: ['end', 'bad'], on: {} },
    withdrawn: { tags: ['end'], on: {} },
  },
  list: {
    title: 'documentNo',
    fields: [
      { name: 'programme', label: { zh: '项目', en: 'Programme' }, type: 'text', options: programmes.map(({ id, label }) => ({ value: id, label })) },
      { name: 'number', label: { zh: '版本', en: 'Version' }, type: 'number' },
      { name: 'effectiveFrom', label: { zh: '施行日期', en: 'In force from' }, type: 'day' },
      { name: 'until', label: { zh: '施行至', en: 'In force until' }, type: 'day' },
      { name: 'documentNo', label: { zh: '依据文号', en: 'Document' }, type: 'text' },
    ],
  },
});
