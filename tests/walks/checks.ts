/** What must be true after a walk, read from the log and the tables alone. Each check says what it found wrong; nothing, if all is well. */
import type { Office } from '../../server/office.ts';
import { checkLedger } from '../../server/use-cases/check-ledger.ts';
import { sendEvents } from '../../server/use-cases/send-events.ts';
import { findErasedRows } from '../../server/use-cases/erased-rows.ts';
import { verifyChains } from '../../server/use-cases/verify-chains.ts';
import { advance, bornRow } from '../../workflows/kit/advance.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data, Step } from '../../workflows/kit/words.ts';
import { addWorkdays, endOf } from '../../workflows/office/working-days.ts';
import type { Apart } from '../machines/apart.ts';
import { apartPairs, watches } from '../machines/duties.ts';
import type { Watch } from '../machines/explore.ts';
import { lookAtMeetings, WALKED } from './meetings.ts';
import type { Looked } from './meetings.ts';
import { readLogs } from './read-logs.ts';
import type { Taken, Told } from './read-logs.ts';
import type { Accepted } from './walk.ts';

/** Who may not take the second step after the first, as the process declares it. */
const declared = (workflow: Workflow): Apart[] =>
  Object.entries(workflow.states).flatMap(([state, { on }]) => Object.entries(on).flatMap(([event, { notWho = [], mark }]): Apart[] => {
    const step: Step = `${state}.${event}`;
    return [...notWho.map((not): Apart => ({ steps: [not.step, step], since: not.since === 'entry' ? 'stay' : not.since })), ...(mark ? [{ steps: [step, step] as const, since: 'stay' as const }] : [])];
  }));

const lies = (since: Apart['since'], first: Taken, second: Taken, before: readonly Taken[]): boolean => {
  if (since === 'case') return true;
  if (since === 'round') return first.round === second.round;
  if (since === 'stay') return first.entry === second.entry;
  return first.entry === (before.findLast(({ step }) => step.endsWith('.appeal'))?.entry ?? 0) - 1;
};

/** Steps that one person took though they must be apart. */
const checkApart = ({ stored: { case: { id } }, taken }: Told, pairs: readonly Apart[]): string[] => taken.flatMap((second, i) => {
  const before = taken.slice(0, i);
  const partners = pairs.filter(({ steps }) => steps[1] === second.step);
  return partners.flatMap(({ steps: [step], since }) => before.filter((first) => first.step === step && first.by === second.by && first.by !== 'clock' && lies(since, first, second, before))
    .map((first) => `${id}: ${first.by} took ${first.step} and ${second.step}`));
});

/** No gap in the versions, each row from where the last one led, the case where the last one leads. */
const checkOrder = ({ stored: { case: one, birth }, taken }: Told): string[] => {
  const first = birth ? 2 : 1;
  const wrong = taken.flatMap((row, i) => (row.version === first + i && (i === 0 ? birth !== null || row.from === null : row.from === taken[i - 1]?.to) && (i === 0 || row.at >= (taken[i - 1]?.at ?? '')) ? [] : [`${one.id}: row ${row.version} does not follow`]));
  const last = taken.at(-1);
  return [...wrong, ...(one.version !== first + taken.length - 1 || (last && last.to !== one.state) ? [`${one.id}: stands elsewhere than its log`] : [])];
};

/** Nobody was paid or commended past a notice, a second review or an open objection: the eye that watches the searches looks at what happened. */
const checkWatch = ({ workflow, stored: { case: { id, unit, parent }, birth }, taken }: Told, watch: Watch | undefined): string[] => {
  if (!watch) return [];
  const born = { id, unit, parent };
  let one: Case | null = birth ? advance(workflow, null, born, bornRow(workflow, birth.at, birth.data)) : null;
  let seen: Data = watch.start;
  return taken.flatMap((row) => {
    one = advance(workflow, one, born, row);
    seen = watch.next(seen, { from: row.from, event: row.type, to: row.to, newRound: row.newRound, case: one });
    const wrong = watch.wrong(seen, one);
    return wrong === null ? [] : [`${id}: ${wrong}`];
  });
};

/** Working days that a notice hangs, as decided for each programme and scheme. */
const HANGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'quota-return-award': { villageNotice: 7, townNotice: 5 }, 'elder-support': { villageNotice: 7, townNotice: 5 }, 'late-marriage-award': { villageNotice: 5 },
  'jiajia-2024': { villageNotice: 5, townNotice: 5 }, 'jiajia-2026': { villageNotice: 5, townNotice: 5 },
};

/** A notice that ended hung its working days from the day on its sheet. */
const checkTerms = ({ stored: { case: { id, data } }, taken }: Told): string[] => taken.flatMap((row, i) => {
  if (row.type !== 'noticeExpired' || row.from === null) return [];
  const posting = taken.slice(0, i).findLast(({ type, from, to }) => ((type === 'recordPosting' || type === 'proveNotice') && from === row.from) || (type === 'putUp' && to === row.from));
  const days = HANGS[String(data['programme'] ?? data['scheme'])]?.[row.from];
  const { postedOn } = (posting?.form['sheet'] ?? posting?.form ?? {}) as { postedOn?: string };
  if (!postedOn || days === undefined) return [`${id}: ${row.from} ended without a sheet`];
  return row.at >= endOf(addWorkdays(postedOn, days)) ? [] : [`${id}: ${row.from} posted on ${postedOn} ended at ${row.at}`];
});

/** Whoever acted holds the post they acted in, over the case's unit. */
const checkPosts = (held: ReadonlySet<string>, { stored: { case: { id, unit } }, taken }: Told): string[] =>
  taken.filter(({ by, post }) => by !== 'clock' && !(held.has(`${by} ${post.post}@${post.unit}`) && unit.startsWith(post.unit))).map(({ by, step }) => `${id}: ${by} took ${step} without a post`);

const sumOf = (values: readonly number[]): number => values.reduce((sum, fen) => sum + fen, 0);

/** Each posting sums to nothing, none stands twice, and a claim got from the bank what its case says. */
const checkMoney = async (office: Office, all: readonly Told[]): Promise<string[]> => {
  const { db, district } = office;
  const rows = (await db.selectFrom('ledger').selectAll().where('district', '=', district).execute()).map((row) => ({ ...row, fen: Number(row.fen) }));
  const postings = [...Map.groupBy(rows, ({ case_id, step }) => `${case_id} ${step}`)];
  const twice = postings.filter(([, entries]) => new Set(entries.map(({ version }) => version)).size > 1 || new Set(entries.map(({ account }) => account)).size < entries.length).map(([name]) => `${name}: posted twice`);
  const uneven = postings.filter(([, entries]) => sumOf(entries.map(({ fen }) => fen)) !== 0).map(([name]) => `${name}: the entries do not sum to nothing`);
  const paid = all.flatMap(({ stored: { case: { id, data } }, taken }) => {
    const said = sumOf(taken.filter(({ type }) => type === 'bankOk').map(({ patch }) => Number(patch['paidFen'] ?? data['paidFen'])));
    const bank = sumOf(rows.filter((row) => row.case_id === id && row.account.startsWith('paid:') && row.step.startsWith('pay:')).map(({ fen }) => fen));
    return bank === said ? [] : [`${id}: ${bank} fen left the bank, ${said} were paid`];
  });
  return [...twice, ...uneven, ...paid, ...(await checkLedger(office)).faults];
};

/** Whatever was accepted is answered the same when it is sent again; where it held what was erased since, it is at least not done again. */
const checkAnswers = async (office: Office, accepted: readonly Accepted[]): Promise<string[]> => {
  const erased = new Set([...(await findErasedRows(office)).keys()].map((name) => name.slice(0, name.lastIndexOf('@'))));
  const again = await sendEvents(office, accepted.map(({ sending }) => sending));
  return accepted.flatMap(({ sending, sent }, i) => {
    const answer = again[i];
    if (erased.has(sending.caseId) && answer?.done === false) return [];
    return answer?.done && answer.replayed && answer.status === sent.status && answer.answer.equals(sent.answer) ? [] : [`${sending.caseId}: ${JSON.stringify(sending.body)} was answered otherwise the second time`];
  });
};

/** `looked`: how much there was to look at. */
export type Findings = { readonly looked: Pick<Looked, 'paid' | 'commended' | 'gathered'>; readonly cases: number; readonly rows: number; readonly arrows: ReadonlySet<string>; readonly reached: ReadonlyMap<string, number>; /** Where those that are walked stand. */ readonly ends: ReadonlyMap<string, number>; readonly wrong: Readonly<Record<'chains' | 'order' | 'apart' | 'notices' | 'terms' | 'people' | 'met' | 'shares' | 'posts' | 'ledger' | 'answers', readonly string[]>> };

/** `meant`: the processes as they ought to be, where the office was given others. */
export const checkWalk = async (office: Office, meant: readonly Workflow[], accepted: readonly Accepted[]): Promise<Findings> => {
  const answers = await checkAnswers(office, accepted);
  const { faults } = await verifyChains(office);
  const all = await readLogs(office);
  const held = new Set((await office.db.selectFrom('posts_held').selectAll().where('until', 'is', null).execute()).map(({ person, post, unit }) => `${person} ${post}@${unit}`));
  const pairs = new Map(meant.map((one) => [one.name, [...declared(one), ...((apartPairs as Readonly<Record<string, readonly Apart[]>>)[one.name] ?? [])]]));
  const { people, met, shares, ...looked } = lookAtMeetings(all, (await office.db.selectFrom('ledger').select(['case_id', 'step', 'account', 'fen']).where('district', '=', office.district).execute()).map((row) => ({ ...row, fen: Number(row.fen) })));
  const entered = all.flatMap(({ workflow: { name }, stored: { birth, case: one }, taken }) => [...new Set([...(birth && taken.length === 0 ? [one.state] : []), ...taken.map(({ to }) => to)])].map((state) => `${name} ${state}`));
  return {
    looked, cases: all.length, rows: sumOf(all.map(({ taken }) => taken.length)),
    arrows: new Set(all.flatMap(({ workflow: { name }, taken }) => taken.map(({ step, to }) => `${name} ${step} ${to}`))),
    reached: new Map([...Map.groupBy(entered, (name) => name)].map(([name, times]) => [name, times.length])),
    ends: new Map([...Map.groupBy(all.filter(({ workflow }) => WALKED.includes(workflow.name)), ({ workflow, stored }) => `${workflow.name} ${stored.case.state}`)].map(([name, cases]) => [name, cases.length])),
    wrong: {
      chains: faults.map((fault) => JSON.stringify(fault)), order: all.flatMap(checkOrder), apart: [...new Set(all.flatMap((one) => checkApart(one, pairs.get(one.workflow.name) ?? [])))],
      notices: all.flatMap((one) => checkWatch(one, (watches as Readonly<Record<string, Watch>>)[one.workflow.name])), terms: all.flatMap(checkTerms), people, met, shares, posts: all.flatMap((one) => checkPosts(held, one)),
      ledger: await checkMoney(office, all), answers,
    },
  };
};
