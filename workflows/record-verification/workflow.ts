/** One register record in one month: verified as it stands, changed with proof, or honestly not verifiable. */
import type { FieldsOf } from '../kit/workflow.ts';
import { back, wordsFor } from '../kit/workflow.ts';
import type { Entry, OtherCase, State } from '../kit/words.ts';
import { speaksFor, STEADY, type SampleCheck } from '../office/sampling.ts';
import { dayOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { checkTexts, messages } from './messages.ts';
import { before, differs, given, idAgrees, touchesKeyFields, type Changes } from './proposal.ts';

/** `earlier`: what stood approved or proposed before a request of the person came in between. */
export type Item = {
  record: string; name: string; cycle: string;
  /** Where the record stood at the end of the month before; none where it was not on the list. */
  last?: State | null;
  method?: string | null; verifiedOn?: string | null; unableReason?: string | null; problem?: string | null;
  changes?: Changes | null; earlier?: Changes | null; before?: Record<string, unknown> | null;
};
type Fields = FieldsOf<typeof forms>;
export type Facts = { batch: OtherCase | null; entry: Entry | null; related: boolean };

const { arrow, reading, define } = wordsFor<Item, Fields, Facts>();

const batchAt = (...states: State[]) => reading(['batch'], ({ facts }) => facts.batch !== null && states.includes(facts.batch.state));

const ALL: State[] = ['pending', 'consistent', 'changeProposed', 'keyFieldReview', 'corrected', 'applied', 'unable', 'caseCheck', 'headRuling', 'unresolved', 'carriedOver'];
/** Whoever entered the change does not approve it. */
const entered = [{ step: 'pending.proposeChange' as const, since: 'round' as const }, ...ALL.map((state) => ({ step: `${state}.subjectRequest` as const, since: 'round' as const }))];

const clean = { method: null, verifiedOn: null, unableReason: null, changes: null, earlier: null, before: null };

const undo = arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'], aside: true }, { to: 'pending', keep: () => clean, round: true });
const sendBack = arrow({ who: ['town_clerk'], rules: ['batch-not-open'], aside: true }, { to: 'pending', keep: ({ form }) => ({ ...clean, problem: form.problem ?? null }), round: true });
/** Back to where the proposal came from, with the values that stood there. */
const refuse = ({ case: { data }, form }: { case: { data: Item }; form: Fields }): Partial<Item> => ({ changes: data.earlier ?? null, earlier: null, problem: form.problem ?? null });
/** Right to correction: 个人信息保护法 Art. 46; open in every state. Taken down even where the register says so already: the person is owed an answer. */
const subjectRequest = arrow({ who: ['privacy_officer'], checks: ['idAgrees'], aside: true },
  { to: 'changeProposed', keep: reading(['entry'], ({ case: { data }, form, facts }) => ({ changes: { ...data.changes, ...form.changes }, earlier: data.changes ?? null, before: before(facts.entry, { ...form.changes }) })) });
const carryOver = arrow({ who: ['town_head'], rules: ['batch-not-closed'], aside: true }, { to: 'carriedOver' });
const orderCheck = arrow({ who: ['town_clerk'], rules: ['batch-not-open'], aside: true }, { to: 'caseCheck' });

const agreed = (finding: string) => ({ case: { memory } }: { case: { memory: { marks: readonly { data: Record<string, unknown> }[] } } }): boolean =>
  memory.marks.every(({ data }) => data.finding === finding);

export const recordVerification = define({
  name: 'record-verification',
  version: 1,
  title: { zh: '信息核实', en: 'Record verification' },
  about: { zh: '逐条核实登记册信息：一致、更正或无法核实，更正经审核后入册。', en: 'Each record of the register is verified: it agrees, is changed with proof, or cannot be verified.' },
  readers: ['auditor'],
  unit: 'village',
  parent: 'verification-batch',
  subject: { register: 'residents', of: ({ record }) => record },
  answers: { confirmSame: 'same', confirmSampled: 'same', proposeChange: 'changed', markUnable: 'unable' },
  facts: {
    batch: ({ case: { parent } }) => (parent === null ? null : { ask: 'case', workflow: 'verification-batch', id: parent }),
    entry: ({ case: { data } }) => ({ ask: 'entry', register: 'residents', id: data.record }),
    related: ({ case: { data }, actor }) => ({ ask: 'related', person: actor.id, register: 'residents', id: data.record }),
  },
  open: arrow({ who: ['clock'] }, { to: 'pending' }),
  states: {
    pending: {
      on: {
        confirmSame: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'], checks: ['verifiedInTime'], oneByOne: true },
          { to: 'consistent', keep: ({ form }) => ({ ...clean, method: form.method ?? null, verifiedOn: form.verifiedOn ?? null }), do: ['noteVerified'] }),
        confirmSampled: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying', 'sample-not-checked'], checks: ['verifiedInTime'], aside: true },
          { to: 'consistent', keep: ({ form }) => ({ ...clean, method: 'sampled', verifiedOn: form.verifiedOn ?? null }) }),
        proposeChange: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'], checks: ['verifiedInTime', 'changedBefore', 'changeDiffers', 'idAgrees'], oneByOne: true },
          { to: 'changeProposed', keep: reading(['entry'], ({ form, facts }) => ({ ...clean, method: form.method ?? null, verifiedOn: form.verifiedOn ?? null, changes: { ...form.changes }, before: before(facts.entry, { ...form.changes }) })) }),
        markUnable: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'] },
          { to: 'unable', keep: ({ form }) => ({ ...clean, unableReason: form.unableReason ?? null }) }),
        subjectRequest, carryOver,
      },
    },
    consistent: { on: { undo, sendBack, subjectRequest }, tags: ['end', 'good'] },
    changeProposed: {
      remembers: true,
      on: {
        approve: arrow({ who: ['town_clerk'], notWho: entered, rules: ['related-person'] },
          { when: 'touchesKeyFields', to: 'keyFieldReview' },
          { when: 'batchPassed', to: 'applied', keep: () => ({ earlier: null }), do: ['changeEntry'] },
          { to: 'corrected', keep: () => ({ earlier: null }) }),
        sendBack: arrow({ who: ['town_clerk'] }, { to: back('changeProposed'), keep: refuse, round: true }),
        undo, subjectRequest, carryOver,
      },
    },
    keyFieldReview: {
      on: {
        confirmKey: arrow({ who: ['reviewer'], notWho: [...entered, { step: 'changeProposed.approve', since: 'round' }], rules: ['related-person'] },
          { when: 'batchPassed', to: 'applied', keep: () => ({ earlier: null }), do: ['changeEntry'] },
          { to: 'corrected', keep: () => ({ earlier: null }) }),
        sendBack: arrow({ who: ['reviewer'] }, { to: back('changeProposed'), keep: refuse, round: true }),
        subjectRequest, carryOver,
      },
    },
    corrected: {
      on: {
        apply: arrow({ who: ['reviewer'], rules: ['batch-not-passed'], aside: true }, { to: 'applied', do: ['changeEntry'] }),
        sendBack, subjectRequest, carryOver,
      },
      tags: ['good'],
    },
    applied: { on: { undo, subjectRequest }, tags: ['end', 'good'] },
    unable: { on: { undo, sendBack, orderCheck, subjectRequest }, tags: ['end', 'bad'] },
    caseCheck: {
      on: {
        judge: arrow({ who: ['reviewer'], rules: ['related-person'], checks: ['changeDiffers', 'idAgrees'], mark: true, oneByOne: true },
          { when: 'firstOfTwo' },
          { when: 'bothConsistent', to: 'consistent', keep: () => clean },
          { when: 'bothChange', to: 'changeProposed', keep: reading(['entry'], ({ form, facts }) => ({ ...clean, changes: { ...form.changes }, before: before(facts.entry, { ...form.changes }) })) },
          { when: 'bothUnresolved', to: 'unresolved' },
          { to: 'headRuling' }),
        subjectRequest, carryOver,
      },
    },
    headRuling: {
      on: {
        rule: arrow({ who: ['town_head'], notWho: [{ step: 'caseCheck.judge', since: 'round' }], rules: ['related-person'], checks: ['changeDiffers', 'idAgrees'] },
          { when: 'ruledConsistent', to: 'consistent', keep: () => clean },
          { when: 'ruledChange', to: 'changeProposed', keep: reading(['entry'], ({ form, facts }) => ({ ...clean, changes: { ...form.changes }, before: before(facts.entry, { ...form.changes }) })) },
          { to: 'unresolved' }),
        subjectRequest, carryOver,
      },
    },
    unresolved: { on: { undo, orderCheck, subjectRequest, carryOver }, tags: ['end', 'bad'] },
    carriedOver: { on: { undo, subjectRequest }, tags: ['end'] },
  },
  rules: {
    'batch-not-verifying': batchAt('inProgress', 'returned'),
    'batch-not-open': batchAt('inProgress', 'submitted', 'townReview', 'returned'),
    'batch-not-passed': batchAt('passed', 'closed'),
    'batch-not-closed': batchAt('closed'),
    'sample-not-checked': reading(['batch'], ({ case: one, facts }) => speaksFor(facts.batch?.data.sampleCheck as SampleCheck | null | undefined, one)),
    'related-person': reading(['related'], ({ facts }) => !facts.related),
  },
  branches: {
    touchesKeyFields: ({ case: { data } }) => touchesKeyFields(data.changes),
    batchPassed: batchAt('passed', 'closed'),
    firstOfTwo: ({ case: { memory } }) => memory.marks.length < 2,
    bothConsistent: agreed('consistent'),
    /** Two different corrections are no agreement. */
    bothChange: ({ case: one }) => agreed('change')({ case: one }) && new Set(one.memory.marks.map(({ data }) => JSON.stringify(data.changes))).size === 1,
    bothUnresolved: agreed('unresolved'),
    ruledConsistent: ({ form }) => form.finding === 'consistent',
    ruledChange: ({ form }) => form.finding === 'change',
  },
  checks: {
    verifiedInTime: { field: 'verifiedOn', text: checkTexts.notYet, ok: ({ case: one, form, at }) => form.verifiedOn !== undefined && form.verifiedOn >= dayOf(one.openedAt) && form.verifiedOn <= dayOf(at) },
    changedBefore: { field: 'changedOn', text: checkTexts.changedAfter, ok: ({ form, at }) => form.changedOn !== undefined && form.changedOn <= dayOf(at) },
    changeDiffers: { field: 'changes', text: checkTexts.differs, ok: reading(['entry'], ({ form, facts }) => form.changes === undefined || differs(facts.entry, form.changes)) },
    idAgrees: { field: 'changes.idNumber', text: checkTexts.idAgrees, ok: reading(['entry'], ({ form, facts }) => form.changes === undefined || idAgrees(facts.entry, form.changes)) },
  },
  effects: {
    noteVerified: ({ case: { data } }) => [{ type: 'changeRegister', register: 'residents', id: data.record, values: { lastVerified: data.verifiedOn } }],
    changeEntry: ({ case: { data }, at }) => [{ type: 'changeRegister', register: 'residents', id: data.record, values: { ...given(data.changes), lastVerified: data.verifiedOn ?? dayOf(at) } }],
  },
  forms,
  list: {
    title: 'name',
    fields: [
      { name: 'cycle', label: { zh: '核实周期', en: 'Cycle' }, type: 'text' },
      { name: 'method', label: { zh: '核实方式', en: 'Method' }, type: 'text' },
      { name: 'last', label: { zh: '上期结果', en: 'Last month' }, type: 'text', options: Object.entries(messages.states).map(([value, label]) => ({ value, label })) },
      { name: 'verifiedOn', label: { zh: '核实日期', en: 'Verified on' }, type: 'day' },
      { name: 'unableReason', label: { zh: '无法核实原因', en: 'Why not verifiable' }, type: 'text' },
    ],
  },
  desk: {
    same: 'confirmSame', change: 'proposeChange', unable: 'markUnable', undo: 'undo',
    sitting: ['verifiedOn', 'method'], asserts: 'groups', reason: 'unableReason', ground: 'ground', last: 'last', steady: STEADY,
    groups: {
      identity: ['name', 'sex', 'birthDate', 'idNumber', 'idMissingReason'], marriage: ['marital', 'marriageDate', 'spouse'],
      residence: ['residenceAddress', 'hukouUnit', 'hukouAddress', 'status'], contact: ['phone', 'account'],
    },
    values: 'changes', room: { tries: 3 },
    sampled: 'confirmSampled', draw: 'drawSample', close: 'closeSample', sample: 'sampleCheck',
  },
  messages,
  examples,
});
