/** One village's share of a month of verification: verified by the village, sampled and passed by the town. */
import { childId } from '../kit/ids.ts';
import type { FieldsOf } from '../kit/workflow.ts';
import { wordsFor } from '../kit/workflow.ts';
import type { Among, Case, Day, Instant, Lot, OtherCase, State, Tally } from '../kit/words.ts';
import { cutoffOf, monthBefore } from '../office/month-terms.ts';
import { drawForTown, drawFrom, isGoodEnough, STEADY, type SampleCheck, type TownSample } from '../office/sampling.ts';
import { dayOf, endOf, startOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { checkTexts, messages } from './messages.ts';
import { MONITORED, standsOut, type Monitored } from './monitoring.ts';

type Sample = { seed: number; sampled: number; errors: number };
export type Batch = {
  month: string; kind: string; overdue?: boolean;
  /** The month’s own, or another after a reopening. */
  cutoff?: Day;
  note?: string | null;
  /** What the village may confirm together rests on it. */
  sampleCheck?: SampleCheck | null;
  /** What the town drew, and what had come of it when the batch passed. */
  townSample?: TownSample | null; sample?: Sample | null;
  /** How many records came to the list after it was drawn up. */
  late?: number;
  explanations?: Partial<Record<Monitored, string>>;
};
/** The month’s list comes with the opening, and a record with whoever moved; nobody types them in. */
type Fields = FieldsOf<typeof forms> & Partial<Pick<Batch, 'month' | 'kind'>> & { record?: string; from?: string; fromUnit?: string; last?: State | null };
export type Facts = {
  cycle: OtherCase | null; items: Tally; pending: Tally; unsettled: Tally; corrected: Tally; unable: Tally;
  lot: Lot | null; drawnOpen: Tally | null; drawnWrong: Tally | null;
  townLot: Lot; townDrawn: Tally | null; townRight: Tally | null; townWrong: Tally | null;
  late: readonly string[]; known: OtherCase | null;
  visited: Tally; errors: number; townVerified: Tally; townCorrected: Tally; townUnable: Tally; townVisited: Tally;
};

const { arrow, reading, define } = wordsFor<Batch, Fields, Facts>();

const ITEMS = 'record-verification';
const CORRECTED: State[] = ['changeProposed', 'keyFieldReview', 'corrected', 'applied'];
const UNABLE: State[] = ['unable', 'caseCheck', 'headRuling', 'unresolved'];
const VERIFIED: State[] = ['consistent', ...CORRECTED, ...UNABLE];
const UNSETTLED: State[] = ['pending', 'changeProposed', 'keyFieldReview', 'caseCheck', 'headRuling'];
const CARRIED: State[] = ['pending', 'changeProposed', 'keyFieldReview', 'corrected', 'caseCheck', 'headRuling', 'unresolved'];
/** Records that stand for their person in this village’s month: not those that went on in another, nor of people who are gone. */
const LISTED: State[] = [...VERIFIED, 'pending', 'carriedOver'];
const GOING_ON: State[] = [...VERIFIED, 'pending'];
/** In a rolling month every record is met again within six months. */
const PARTS = 6;
const NOTE_ABOVE = 0.05;
const FIX_DAYS = 10;

const mine = (states?: State[]) => ({ case: { id } }: { case: Case<Batch> }) => ({ ask: 'tally' as const, workflow: ITEMS, parent: id, ...(states && { states }) });
const drawn = (states: State[]) => ({ case: { id, data } }: { case: Case<Batch> }) => (data.sampleCheck ? { ask: 'tally' as const, workflow: ITEMS, parent: id, ids: data.sampleCheck.drawn, states } : null);
const all = (states: State[]) => ({ case: { parent } }: { case: Case<Batch> }) => (parent === null ? null : { ask: 'tally' as const, workflow: ITEMS, where: { cycle: parent }, states });

/** Of what the town drew, what still stands on the list; and what this draw’s look at it showed. */
const townDrawn = (result?: 'right' | 'wrong') => ({ case: { id, data: { townSample } } }: { case: Case<Batch> }) => (townSample ?
  { ask: 'tally' as const, workflow: ITEMS, parent: id, ids: townSample.drawn, states: LISTED, ...(result && { where: { townSeed: String(townSample.seed), townResult: result } }) } : null);

const VISITED = { method: 'visit' };

const monthsBefore = (month: string, n: number): string => (n === 0 ? month : monthsBefore(monthBefore(month), n - 1));

/** A rolling month: what changed since the month before began, what was found or carried over, a sixth of the register in turn, and whatever has not been verified for five months. */
const rolling = (month: string): Among => ({
  changedSince: startOf(`${monthBefore(month)}-01`), flagged: true, lastAt: ['carriedOver'], part: { of: PARTS, is: Number(month.slice(5)) % PARTS }, verifiedBefore: `${monthsBefore(month, PARTS - 1)}-01`,
});

const noted = reading(['items', 'unable'], ({ form, facts }) => facts.unable.count <= facts.items.count * NOTE_ABOVE || Boolean(form.note?.trim()));
const waive = arrow({ who: ['town_head'], aside: true }, { to: 'waived' });
const close = arrow({ who: ['town_head'], rules: ['cycle-not-closed'], aside: true }, { to: 'closed', do: ['carryOver'] });
const reopen = arrow({ who: ['town_head'], rules: ['cycle-not-running'], checks: ['cutoffAhead'], aside: true },
  { to: 'inProgress', round: true, keep: ({ case: { data }, form }) => ({ cutoff: form.cutoff ?? data.cutoff, overdue: false, sample: null, townSample: null, sampleCheck: null, explanations: {} }) });
const townSampleOf = ({ facts, at }: { facts: Pick<Facts, 'townLot'>; at: Instant }): Partial<Batch> => ({ townSample: drawForTown(facts.townLot, at) });
/** Whoever came after the list was drawn up joins it by name, in a row of the log. */
const addLate = arrow({ who: ['village_clerk', 'town_clerk'], rules: ['nobody-late'], aside: true }, { keep: reading(['late'], ({ case: { data }, facts }) => ({ late: (data.late ?? 0) + facts.late.length })), do: ['listLate'] });
const takeOver = arrow({ who: ['clock'], aside: true }, { keep: ({ case: { data } }) => ({ late: (data.late ?? 0) + 1 }), do: ['listTakenOver'] });
const drawSample = arrow({ who: ['village_clerk'], rules: ['nothing-pending', 'sample-open', 'sample-failed'], checks: ['setEmpty'], aside: true }, { keep: reading(['lot'], ({ form: { set = 'all' }, facts: { lot }, at }) =>
  ({ sampleCheck: { set, of: lot?.ids.length ?? 0, seed: lot?.seed ?? 0, drawn: drawFrom(lot?.seed ?? 0, lot?.ids ?? []), drawnAt: at, wrong: null, passed: null } })) });
/** Whatever came of a record drawn other than that it agrees speaks against the set; nobody types it in. */
const closeSample = arrow({ who: ['village_clerk'], rules: ['no-sample', 'sample-unchecked'], aside: true }, { keep: reading(['drawnWrong'], ({ case: { data: { sampleCheck } }, facts: { drawnWrong } }) => {
  const wrong = drawnWrong?.count ?? 0;
  return sampleCheck ? { sampleCheck: { ...sampleCheck, wrong, passed: isGoodEnough(wrong, sampleCheck.drawn.length) } } : {};
}) });
const deadlinePassed = arrow({ who: ['clock'] }, { keep: () => ({ overdue: true }), do: ['tellOverdue'] });
const untilCutoff = { sends: 'deadlinePassed', until: ({ case: { data } }: { case: Case<Batch> }) => endOf(data.cutoff ?? cutoffOf(data.month)) };

export const verificationBatch = define({
  name: 'verification-batch',
  version: 1,
  title: { zh: '村居核实批次', en: 'Verification batches' },
  about: { zh: '一个村居一个月的核实：村居核实提交，镇里抽查审核，通过后更正入册。', en: 'One village’s month: verified and handed in by the village, sampled and passed by the town, its changes then entered.' },
  readers: ['auditor', 'privacy_officer'],
  returns: { events: ['sendBack'], reason: 'reason' },
  unit: 'village',
  parent: 'verification-cycle',
  key: ({ month }, unit) => `${unit}:${month}`,
  shares: {
    corrected: (one) => ({ hits: mine(CORRECTED)({ case: one }), of: mine(VERIFIED)({ case: one }) }),
    unable: (one) => ({ hits: mine(UNABLE)({ case: one }), of: mine(VERIFIED)({ case: one }) }),
    visited: (one) => ({ hits: { ...mine(VERIFIED)({ case: one }), where: VISITED }, of: mine(VERIFIED)({ case: one }) }),
  },
  facts: {
    cycle: ({ case: { parent } }) => (parent === null ? null : { ask: 'case', workflow: 'verification-cycle', id: parent }),
    items: mine(), pending: mine(['pending']), unsettled: mine(UNSETTLED), corrected: mine(CORRECTED), unable: mine(UNABLE),
    lot: ({ case: { id }, form: { set } }) => (set === undefined ? null : { ask: 'lot', workflow: ITEMS, parent: id, states: ['pending'], ...(set === 'steady' && { where: { last: STEADY } }) }),
    drawnOpen: drawn(['pending']), drawnWrong: drawn([...CORRECTED, ...UNABLE, 'carriedOver']),
    visited: (q) => ({ ...mine(VERIFIED)(q), where: VISITED }), townVerified: all(VERIFIED), townCorrected: all(CORRECTED), townUnable: all(UNABLE), townVisited: (q) => { const asked = all(VERIFIED)(q); return asked && { ...asked, where: { ...asked.where, ...VISITED } }; },
    townLot: ({ case: { id } }) => ({ ask: 'lot', workflow: ITEMS, parent: id, states: GOING_ON }), townDrawn: townDrawn(), townRight: townDrawn('right'), townWrong: townDrawn('wrong'),
    late: ({ case: one }) => ({ ask: 'arrivals', register: 'residents', unit: one.unit, since: one.openedAt, unlisted: { workflow: ITEMS, where: { cycle: one.parent ?? '' }, states: LISTED } }),
    known: ({ case: { id }, form: { record } }) => (record === undefined ? null : { ask: 'case', workflow: ITEMS, id: childId(id, record) }),
    // What an approved change mends enters the register only with the passing.
    errors: ({ case: { id } }) => ({ ask: 'findings', level: 'error', parent: id, mending: { states: ['corrected'], by: 'changes' } }),
  },
  open: arrow({ who: ['clock'] }, { to: 'assigned', keep: ({ form }) => ({ month: form.month ?? '', kind: form.kind ?? 'full', cutoff: cutoffOf(form.month ?? ''), overdue: false, explanations: {} }), do: ['listRecords'] }),
  states: {
    assigned: {
      term: untilCutoff,
      on: { start: arrow({ who: ['village_clerk'] }, { to: 'inProgress' }), waive, deadlinePassed, takeOver },
    },
    inProgress: {
      term: untilCutoff,
      on: {
        submit: arrow({ who: ['village_clerk'], rules: ['items-pending', 'late-unlisted'], checks: ['noteNeeded'] }, { to: 'submitted', keep: ({ form }) => ({ note: form.note ?? null }) }),
        drawSample, closeSample, addLate, waive, deadlinePassed, takeOver,
      },
    },
    submitted: { on: { takeUp: arrow({ who: ['town_clerk'] }, { to: 'townReview', keep: reading(['townLot'], townSampleOf) }), waive, takeOver } },
    townReview: {
      on: {
        pass: arrow({
          who: ['reviewer'], rules: ['items-pending', 'changes-open', 'late-unlisted', 'errors-open', 'outlier-unexplained', 'town-sample-open', 'town-sample-wrong'],
          notWho: [{ step: 'inProgress.submit', since: 'round' }, { step: 'submitted.takeUp', since: 'round' }, { step: 'returned.resubmit', since: 'round' }, { step: 'townReview.explain', since: 'round' }],
        }, { to: 'passed', keep: reading(['townDrawn', 'townWrong'], ({ case: { data }, facts }) => ({ sample: { seed: data.townSample?.seed ?? 0, sampled: facts.townDrawn?.count ?? 0, errors: facts.townWrong?.count ?? 0 } })), do: ['applyChanges', 'tellPassed'] }),
        sendBack: arrow({ who: ['town_clerk'], checks: ['itemsOfBatch'] }, { to: 'returned', keep: () => ({ explanations: {}, sampleCheck: null }), do: ['returnRecords', 'returnWrong', 'tellReturned'] }),
        explain: arrow({ who: ['town_clerk'], aside: true },
          { keep: ({ case: { data }, form }) => ({ explanations: { ...data.explanations, ...(form.indicator && { [form.indicator]: form.explanation ?? '' }) } }) }),
        addLate, waive, takeOver,
      },
    },
    returned: {
      tags: ['returned'],
      term: { sends: 'deadlinePassed', days: () => FIX_DAYS },
      on: {
        resubmit: arrow({ who: ['village_clerk'], rules: ['items-pending', 'late-unlisted'], checks: ['noteNeeded'] }, { to: 'townReview', keep: reading(['townLot'], (asked) => ({ note: asked.form.note ?? null, overdue: false, ...townSampleOf(asked) })) }),
        drawSample, closeSample, addLate, waive, deadlinePassed, takeOver,
      },
    },
    passed: { on: { close, reopen }, tags: ['good'] },
    waived: { on: { close, reopen }, tags: ['bad'] },
    closed: { on: { reopen }, tags: ['end', 'good'] },
  },
  rules: {
    'items-pending': reading(['pending'], ({ facts }) => facts.pending.count === 0),
    'nothing-pending': reading(['pending'], ({ facts }) => facts.pending.count > 0),
    'changes-open': reading(['unsettled'], ({ facts }) => facts.unsettled.count === 0),
    'errors-open': reading(['errors'], ({ facts }) => facts.errors === 0),
    'outlier-unexplained': reading(['items', 'pending', 'corrected', 'unable', 'visited', 'townVerified', 'townCorrected', 'townUnable', 'townVisited'], ({ case: { data }, facts }) => {
      const [of, town] = [facts.items.count - facts.pending.count, facts.townVerified.count];
      const hits = { corrected: [facts.corrected, facts.townCorrected], unable: [facts.unable, facts.townUnable], visited: [facts.visited, facts.townVisited] } satisfies Record<Monitored, [Tally, Tally]>;
      return MONITORED.every((indicator) => Boolean(data.explanations?.[indicator]) || !standsOut({ hits: hits[indicator][0].count, of }, { hits: hits[indicator][1].count, of: town }));
    }),
    'sample-open': ({ case: { data } }) => !data.sampleCheck || data.sampleCheck.passed !== null,
    'sample-failed': ({ case: { data } }) => data.sampleCheck?.passed !== false,
    'no-sample': ({ case: { data } }) => Boolean(data.sampleCheck) && data.sampleCheck?.passed === null,
    'sample-unchecked': reading(['drawnOpen'], ({ facts }) => !facts.drawnOpen || facts.drawnOpen.count === 0),
    'late-unlisted': reading(['late'], ({ facts }) => facts.late.length === 0),
    'nobody-late': reading(['late'], ({ facts }) => facts.late.length > 0),
    'town-sample-open': reading(['townDrawn', 'townRight', 'townWrong'], ({ facts }) => facts.townDrawn !== null && facts.townDrawn.count <= (facts.townRight?.count ?? 0) + (facts.townWrong?.count ?? 0)),
    'town-sample-wrong': reading(['townDrawn', 'townWrong'], ({ facts }) => isGoodEnough(facts.townWrong?.count ?? 0, facts.townDrawn?.count ?? 0)),
    'cycle-not-running': reading(['cycle'], ({ facts }) => facts.cycle?.state === 'running'),
    'cycle-not-closed': reading(['cycle'], ({ facts }) => facts.cycle?.state === 'closed'),
  },
  branches: {},
  checks: {
    noteNeeded: { field: 'note', text: checkTexts.noteNeeded, ok: noted },
    setEmpty: { field: 'set', text: checkTexts.setEmpty, ok: reading(['lot'], ({ facts }) => (facts.lot?.ids.length ?? 0) > 0) },
    itemsOfBatch: { field: 'items', text: checkTexts.itemsOfBatch, ok: ({ case: { id }, form }) => (form.items ?? []).every(({ item }) => item.startsWith(childId(id, ''))) },
    cutoffAhead: { field: 'cutoff', text: checkTexts.cutoffAhead, ok: ({ form, at }) => form.cutoff !== undefined && form.cutoff > dayOf(at) },
  },
  effects: {
    listRecords: ({ case: { parent, data } }) => [{ type: 'openPerRecord', workflow: ITEMS, register: 'residents', data: { cycle: parent }, lastAs: 'last', lastBut: ['handedOver', 'left'], ...(data.kind === 'slice' && { among: rolling(data.month) }) }],
    listLate: reading(['late'], ({ case: { parent }, facts }) => [{ type: 'openFor', workflow: ITEMS, register: 'residents', entries: facts.late, data: { cycle: parent } }]),
    /** Who moves away and back takes up the record they left. */
    listTakenOver: reading(['known'], ({ case: { parent }, form: { record = '', from = null, fromUnit = null, last = null }, facts: { known } }) => {
      if (!known) return [{ type: 'openFor', workflow: ITEMS, register: 'residents', entries: [record], data: { cycle: parent, cameFrom: from, cameFromUnit: fromUnit, ...(last && { last }) } }];
      return known.state === 'handedOver' ? [{ type: 'send', workflow: ITEMS, event: 'comeBack', as: 'clock', to: [{ id: known.id, data: { from, fromUnit } }] }] : [];
    }),
    /** What the sample showed to be wrong goes back without being listed. */
    returnWrong: ({ case: { id, data: { townSample } }, form: { reason, problem } }) => (townSample ? [{ type: 'send', workflow: ITEMS, event: 'sendBack', to: { parent: id, where: { townSeed: String(townSample.seed), townResult: 'wrong' }, states: ['consistent', 'corrected', 'unable', 'unresolved'], data: { reason, problem: problem?.slice(0, 300) } } }] : []),
    returnRecords: ({ form }) => [{ type: 'send', workflow: ITEMS, event: 'sendBack', to: (form.items ?? []).map(({ item, reason, problem }) => ({ id: item, data: { reason, problem } })) }],
    applyChanges: ({ case: { id } }) => [{ type: 'send', workflow: ITEMS, event: 'apply', to: { parent: id, states: ['corrected'], data: {} } }],
    carryOver: ({ case: { id } }) => [{ type: 'send', workflow: ITEMS, event: 'carryOver', to: { parent: id, states: CARRIED, data: {} } }],
    tellOverdue: () => [{ type: 'tell', what: 'overdue', posts: ['village_clerk', 'town_clerk'] }],
    tellReturned: () => [{ type: 'tell', what: 'returned', posts: ['village_clerk'] }],
    tellPassed: () => [{ type: 'tell', what: 'passed', posts: ['village_clerk'] }],
  },
  forms,
  sheet: { of: ITEMS, draw: 'townSample', event: 'townCheck', states: ['townReview'], seed: 'townSeed', result: 'townResult' },
  list: {
    title: 'month',
    fields: [
      { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'month' },
      { name: 'kind', label: { zh: '核实范围', en: 'Scope' }, type: 'text', options: [{ value: 'full', label: { zh: '全面核实', en: 'All records' } }, { value: 'slice', label: { zh: '滚动核实', en: 'Rolling part' } }] },
      { name: 'late', label: { zh: '补录、转入条数', en: 'Joined after the opening' }, type: 'number' },
      { name: 'cutoff', label: { zh: '截止日', en: 'Cut-off day' }, type: 'day' },
    ],
  },
  messages,
  examples,
});
