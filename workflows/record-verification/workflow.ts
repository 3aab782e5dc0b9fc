/** One register record in one month: verified as it stands, changed with proof, or honestly not verifiable. */
import type { FieldsOf } from '../kit/workflow.ts';
import { back, wordsFor } from '../kit/workflow.ts';
import { childId } from '../kit/ids.ts';
import type { Case, Data, Effect, Entry, OtherCase, State } from '../kit/words.ts';
import { speaksFor, STEADY, type SampleCheck, type TownSample } from '../office/sampling.ts';
import { dayOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { FOUND, forms, GONE } from './forms.ts';
import { checkTexts, messages } from './messages.ts';
import { asEntered, asProposed, before, differs, idAgrees, touchesKeyFields, type Changes, type Typed } from './proposal.ts';
import { TAKES } from './takes.ts';

/** `earlier`: what stood approved or proposed before a request of the person came in between. */
export type Item = {
  record: string; name: string; cycle: string;
  /** Where the record stood at the end of the month before; none where it was not on the list. */
  last?: State | null;
  method?: string | null; verifiedOn?: string | null; unableReason?: string | null; problem?: string | null;
  changes?: Changes | null; earlier?: Changes | null; before?: Record<string, unknown> | null;
  /** The town's own look at it: for which draw, and what was found. */
  townSeed?: string | null; townResult?: string | null; townWrong?: readonly string[] | null;
  /** The record in another village's month that this one came from, or went on in. */
  cameFrom?: string | null; cameFromUnit?: string | null; wentTo?: string | null; wentToUnit?: string | null;
};
/** What comes with the clock's events, which nobody types in. */
type Sent = { unit?: string; from?: string; fromUnit?: string };
type Fields = FieldsOf<typeof forms> & Sent;
export type Facts = { batch: OtherCase | null; entry: Entry | null; related: boolean; receiving: OtherCase | null; home: Entry | null };

const { arrow, reading, define } = wordsFor<Item, Fields, Facts>();

const batchAt = (...states: State[]) => reading(['batch'], ({ facts }) => facts.batch !== null && states.includes(facts.batch.state));

const ALL: State[] = ['pending', 'consistent', 'changeProposed', 'keyFieldReview', 'corrected', 'applied', 'unable', 'caseCheck', 'headRuling', 'unresolved', 'carriedOver'];
/** A record that somebody is still at, or that stands for its person this month. */
const ON_LIST: State[] = ['pending', 'consistent', 'changeProposed', 'keyFieldReview', 'corrected', 'unable', 'caseCheck', 'headRuling', 'unresolved'];
/** Whoever entered the change does not approve it. */
const entered = [{ step: 'pending.proposeChange' as const, since: 'round' as const }, ...ALL.map((state) => ({ step: `${state}.subjectRequest` as const, since: 'round' as const }))];

const clean = { method: null, verifiedOn: null, unableReason: null, changes: null, earlier: null, before: null, townSeed: null, townResult: null, townWrong: null };

type Asked<F extends keyof Facts> = { case: Case<Item>; form: Fields; facts: Pick<Facts, F> };
const proposing = ({ form, facts }: Asked<'entry'>): { changes: Changes; before: Data } => {
  const changes = asProposed(facts.entry, form.changes);
  return { changes, before: before(facts.entry, changes) };
};

/** The village whose month takes the record over, once the register has the person there. */
const unitAhead = ({ case: { data }, form }: { case: Case<Item>; form: Fields }): string | undefined => form.unit ?? (form.changes as Typed | undefined)?.['unit'] as string | undefined ?? data.changes?.['unit'];
const moves = ({ case: one, form, facts }: Asked<'entry'>): boolean => {
  const unit = unitAhead({ case: one, form });
  return unit !== undefined && facts.entry !== null && unit !== facts.entry.unit;
};
const canTake = (batch: OtherCase | null): boolean => batch !== null && TAKES.includes(batch.state);
const handedOn = ({ case: one, form }: { case: Case<Item>; form: Fields }): Partial<Item> => {
  const unit = unitAhead({ case: one, form }) ?? null;
  return { earlier: null, wentToUnit: unit, wentTo: unit && childId(childId(one.data.cycle, unit), one.data.record) };
};
/** Whoever moves or dies by one case is followed by their record of the present month, wherever it stands. */
const followedBy = ({ data }: Case<Item>): Effect[] => {
  const { unit, status } = { ...data.changes };
  if (unit === undefined && status === undefined) return [];
  return [{ type: 'send', workflow: 'record-verification', event: 'followRegister', as: 'clock', to: { subject: data.record, states: ON_LIST, parentAt: [...TAKES], data: unit === undefined ? {} : { unit } } }];
};
const approved = [
  { when: 'handsOver', to: 'handedOver', keep: handedOn, do: ['changeEntry', 'handOver'] },
  { when: 'movesAway', to: 'applied', keep: () => ({ earlier: null }), do: ['changeEntry'] },
  { when: 'batchPassed', to: 'applied', keep: () => ({ earlier: null }), do: ['changeEntry'] },
  { to: 'corrected', keep: () => ({ earlier: null }) },
];

const drawIn = (batch: OtherCase | null): TownSample | null => (batch?.state === 'townReview' ? (batch.data.townSample as TownSample | null | undefined) ?? null : null);
const undo = arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'], aside: true }, { to: 'pending', keep: () => clean, round: true });
const sendBack = arrow({ who: ['town_clerk'], rules: ['batch-not-open'], aside: true }, { to: 'pending', keep: ({ form }) => ({ ...clean, problem: form.problem ?? null }), round: true });
/** Back to where the proposal came from, with the values that stood there. */
const refuse = ({ case: { data }, form }: { case: { data: Item }; form: Fields }): Partial<Item> => ({ changes: data.earlier ?? null, earlier: null, problem: form.problem ?? null });
/** Right to correction: 个人信息保护法 Art. 46; open in every state. Taken down even where the register says so already: the person is owed an answer. */
const subjectRequest = arrow({ who: ['privacy_officer'], checks: ['unitThere', 'householdThere', 'idAgrees'], aside: true },
  { to: 'changeProposed', keep: reading(['entry'], (asked) => { const { changes, before: held } = proposing(asked); return { changes: { ...asked.case.data.changes, ...changes }, earlier: asked.case.data.changes ?? null, before: held }; }) });
const carryOver = arrow({ who: ['town_head'], rules: ['batch-not-closed'], aside: true }, { to: 'carriedOver' });
const orderCheck = arrow({ who: ['town_clerk'], rules: ['batch-not-open'], aside: true }, { to: 'caseCheck' });

/** What was drawn is looked at by somebody who had no hand in it; said of one record, it stands until the record is verified anew. */
const townCheck = arrow({
  who: ['town_clerk', 'reviewer'], rules: ['not-drawn', 'related-person'], checks: ['checkedInTime'], aside: true, oneByOne: true,
  notWho: (['changeProposed.approve', 'keyFieldReview.confirmKey', 'caseCheck.judge'] as const).map((step) => ({ step, since: 'round' })),
}, { keep: reading(['batch'], ({ form, facts }) => ({ townSeed: String(drawIn(facts.batch)?.seed), townResult: form.found ?? null, townWrong: form.wrong ?? [] })) });
const followRegister = arrow({ who: ['clock'], aside: true },
  { when: 'hasGone', to: 'left' },
  { when: 'isTaken', to: 'handedOver', keep: handedOn, do: ['handOver'] },
  {});

const agreed = (finding: string) => ({ case: { memory } }: { case: { memory: { marks: readonly { data: Record<string, unknown> }[] } } }): boolean =>
  memory.marks.every(({ data }) => data.finding === finding);

export const recordVerification = define({
  name: 'record-verification',
  version: 1,
  title: { zh: '信息核实', en: 'Record verifications' },
  about: { zh: '逐条核实登记册信息：一致、更正或无法核实，更正经审核后入册。', en: 'Each record of the register is verified: it agrees, is changed with proof, or cannot be verified.' },
  readers: ['auditor'],
  returns: { events: ['sendBack'], reason: 'reason' },
  unit: 'village',
  parent: 'verification-batch',
  subject: { register: 'residents', of: ({ record }) => record },
  answers: { confirmSame: 'same', confirmSampled: 'same', proposeChange: 'changed', markUnable: 'unable' },
  facts: {
    batch: ({ case: { parent } }) => (parent === null ? null : { ask: 'case', workflow: 'verification-batch', id: parent }),
    entry: ({ case: { data } }) => ({ ask: 'entry', register: 'residents', id: data.record }),
    receiving: (q) => { const unit = unitAhead(q); return unit === undefined ? null : { ask: 'case', workflow: 'verification-batch', id: childId(q.case.data.cycle, unit) }; },
    home: ({ case: { data }, form }) => { const id = (form.changes as Changes | undefined)?.['household'] ?? data.changes?.['household']; return id === undefined ? null : { ask: 'entry', register: 'households', id }; },
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
        proposeChange: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'], checks: ['verifiedInTime', 'changedBefore', 'changeDiffers', 'unitThere', 'householdThere', 'idAgrees'], oneByOne: true },
          { to: 'changeProposed', keep: reading(['entry'], (asked) => ({ ...clean, method: asked.form.method ?? null, verifiedOn: asked.form.verifiedOn ?? null, ...proposing(asked) })) }),
        markUnable: arrow({ who: ['village_clerk'], rules: ['batch-not-verifying'] },
          { to: 'unable', keep: ({ form }) => ({ ...clean, unableReason: form.unableReason ?? null }) }),
        subjectRequest, carryOver, followRegister,
      },
    },
    consistent: { on: { undo, sendBack, townCheck, subjectRequest, followRegister }, tags: ['end', 'good'] },
    changeProposed: {
      remembers: true,
      on: {
        approve: arrow({ who: ['town_clerk'], notWho: entered, rules: ['related-person'] },
          { when: 'touchesKeyFields', to: 'keyFieldReview' }, ...approved),
        sendBack: arrow({ who: ['town_clerk'] }, { to: back('changeProposed'), keep: refuse, round: true }),
        undo, subjectRequest, carryOver, followRegister,
      },
    },
    keyFieldReview: {
      on: {
        confirmKey: arrow({ who: ['reviewer'], notWho: [...entered, { step: 'changeProposed.approve', since: 'round' }], rules: ['related-person'] }, ...approved),
        sendBack: arrow({ who: ['reviewer'] }, { to: back('changeProposed'), keep: refuse, round: true }),
        subjectRequest, carryOver, followRegister,
      },
    },
    corrected: {
      on: {
        apply: arrow({ who: ['reviewer'], rules: ['batch-not-passed'], aside: true }, { to: 'applied', do: ['changeEntry'] }),
        sendBack, townCheck, subjectRequest, carryOver, followRegister,
      },
      tags: ['good'],
    },
    applied: { on: { undo, townCheck, subjectRequest }, tags: ['end', 'good'] },
    unable: { on: { undo, sendBack, orderCheck, townCheck, subjectRequest, followRegister }, tags: ['end', 'bad'] },
    caseCheck: {
      on: {
        judge: arrow({ who: ['reviewer'], rules: ['related-person'], checks: ['changeDiffers', 'unitThere', 'householdThere', 'idAgrees'], mark: 'oneMatter', oneByOne: true },
          { when: 'firstOfTwo' },
          { when: 'bothConsistent', to: 'consistent', keep: () => clean },
          { when: 'bothChange', to: 'changeProposed', keep: reading(['entry'], (asked) => ({ ...clean, ...proposing(asked) })) },
          { when: 'bothUnresolved', to: 'unresolved' },
          { to: 'headRuling' }),
        subjectRequest, carryOver, followRegister,
      },
    },
    headRuling: {
      on: {
        rule: arrow({ who: ['town_head'], notWho: [{ step: 'caseCheck.judge', since: 'round' }], rules: ['related-person'], checks: ['changeDiffers', 'unitThere', 'householdThere', 'idAgrees'] },
          { when: 'ruledConsistent', to: 'consistent', keep: () => clean },
          { when: 'ruledChange', to: 'changeProposed', keep: reading(['entry'], (asked) => ({ ...clean, ...proposing(asked) })) },
          { to: 'unresolved' }),
        subjectRequest, carryOver, followRegister,
      },
    },
    unresolved: { on: { undo, orderCheck, townCheck, subjectRequest, carryOver, followRegister }, tags: ['end', 'bad'] },
    carriedOver: { on: { undo, subjectRequest }, tags: ['end'] },
    handedOver: { on: { comeBack: arrow({ who: ['clock'], aside: true }, { to: 'pending', keep: ({ form }) => ({ ...clean, cameFrom: form.from ?? null, cameFromUnit: form.fromUnit ?? null, wentTo: null, wentToUnit: null }), round: true }) }, tags: ['end'] },
    left: { on: {}, tags: ['end'] },
  },
  rules: {
    'batch-not-verifying': batchAt('inProgress', 'returned'),
    'batch-not-open': batchAt('inProgress', 'submitted', 'townReview', 'returned'),
    'batch-not-passed': batchAt('passed', 'closed'),
    'batch-not-closed': batchAt('closed'),
    'sample-not-checked': reading(['batch'], ({ case: one, facts }) => speaksFor(facts.batch?.data.sampleCheck as SampleCheck | null | undefined, one)),
    'not-drawn': reading(['batch'], ({ case: one, facts }) => {
      const draw = drawIn(facts.batch);
      return draw !== null && draw.drawn.includes(one.id) && one.data.townSeed !== String(draw.seed);
    }),
    'related-person': reading(['related'], ({ facts }) => !facts.related),
  },
  branches: {
    touchesKeyFields: ({ case: { data } }) => touchesKeyFields(data.changes),
    batchPassed: batchAt('passed', 'closed'),
    /** Into a village whose month still takes records. */
    handsOver: reading(['entry', 'receiving'], (asked) => moves(asked) && canTake(asked.facts.receiving)),
    movesAway: reading(['entry'], moves),
    hasGone: reading(['entry'], ({ facts }) => GONE.includes(String(facts.entry?.values['status'] ?? ''))),
    isTaken: reading(['receiving'], ({ case: one, form, facts }) => form.unit !== undefined && form.unit !== one.unit && canTake(facts.receiving)),
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
    checkedInTime: { field: 'checkedOn', text: checkTexts.notChecked, ok: reading(['batch'], ({ form, facts, at }) => form.checkedOn !== undefined && form.checkedOn <= dayOf(at) && form.checkedOn >= dayOf(drawIn(facts.batch)?.drawnAt ?? at)) },
    unitThere: { field: 'changes.unit', text: checkTexts.unitThere, ok: reading(['receiving'], ({ form, facts }) => form.changes?.unit === undefined || facts.receiving !== null) },
    householdThere: { field: 'changes.household', text: checkTexts.householdThere, ok: reading(['home', 'entry'], ({ form, facts }) => form.changes?.household === undefined || (facts.home !== null && facts.home.unit === (form.changes.unit ?? facts.entry?.unit))) },
    changeDiffers: { field: 'changes', text: checkTexts.differs, ok: reading(['entry'], ({ form, facts }) => form.changes === undefined || differs(facts.entry, form.changes)) },
    idAgrees: { field: 'changes.idNumber', text: checkTexts.idAgrees, ok: reading(['entry'], ({ form, facts }) => form.changes === undefined || idAgrees(facts.entry, form.changes)) },
  },
  effects: {
    noteVerified: ({ case: { data } }) => [{ type: 'changeRegister', register: 'residents', id: data.record, values: { lastVerified: data.verifiedOn } }],
    changeEntry: reading(['home', 'entry'], ({ case: one, at, facts }) => {
      const { data } = one;
      const changes = { ...data.changes };
      const home = changes['household'];
      const place = { unit: changes['unit'] ?? facts.entry?.unit ?? one.unit, address: changes['residenceAddress'] ?? facts.entry?.values['residenceAddress'] ?? '', head: data.record };
      return [
        ...(home !== undefined && !facts.home ? [{ type: 'addEntry' as const, register: 'households' as const, id: home, values: place }] : []),
        { type: 'changeRegister', register: 'residents', id: data.record, values: { ...asEntered(changes, facts.home), lastVerified: data.verifiedOn ?? dayOf(at) } },
        ...followedBy(one),
      ];
    }),
    handOver: ({ case: { id, unit, data } }) => (data.wentToUnit ? [{ type: 'send', workflow: 'verification-batch', event: 'takeOver', as: 'clock', to: [{ id: childId(data.cycle, data.wentToUnit), data: { record: data.record, from: id, fromUnit: unit, last: data.last ?? null } }] }] : []),
  },
  forms,
  list: {
    many: ['name', 'cycle', 'method', 'last', 'townResult', 'verifiedOn', 'unableReason'],
    title: 'name',
    fields: [
      { name: 'cycle', label: { zh: '核实周期', en: 'Cycle' }, type: 'text', above: true },
      { name: 'method', label: { zh: '核实方式', en: 'Method' }, type: 'text' },
      { name: 'last', label: { zh: '上期结果', en: 'Last month' }, type: 'text', options: Object.entries(messages.states).map(([value, label]) => ({ value, label })) },
      { name: 'townResult', label: { zh: '镇级抽查', en: 'Town’s sample' }, type: 'text', options: FOUND },
      { name: 'verifiedOn', label: { zh: '核实日期', en: 'Verified on' }, type: 'day' },
      { name: 'unableReason', label: { zh: '无法核实原因', en: 'Why not verifiable' }, type: 'text' },
    ],
  },
  links: [
    { field: 'wentTo', label: { zh: '移交到', en: 'Handed over to' }, workflow: 'record-verification', unit: 'wentToUnit' },
    { field: 'cameFrom', label: { zh: '来自', en: 'Came from' }, workflow: 'record-verification', unit: 'cameFromUnit' },
  ],
  desk: {
    same: 'confirmSame', change: 'proposeChange', unable: 'markUnable', undo: 'undo',
    sitting: ['verifiedOn', 'method'], asserts: 'groups', reason: 'unableReason', ground: 'ground', last: 'last', steady: STEADY,
    groups: {
      identity: ['name', 'sex', 'birthDate', 'idNumber', 'idMissingReason'], marriage: ['marital', 'marriageDate', 'spouse'],
      residence: ['unit', 'household', 'relation', 'residenceAddress', 'hukouUnit', 'hukouAddress', 'status'], contact: ['phone', 'account'],
    },
    values: 'changes', held: 'before', room: { tries: 3 },
    sampled: 'confirmSampled', draw: 'drawSample', close: 'closeSample', sample: 'sampleCheck',
  },
  messages,
  examples,
});
