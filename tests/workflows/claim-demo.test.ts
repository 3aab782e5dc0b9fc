/** The demo town's claims and batches, replayed: each stands where it should, by steps the office accepts. */
import { expect, test } from 'vitest';
import { goals } from '../../workflows/benefit-claim/demo/goals.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { paymentBatch } from '../../workflows/payment-batch/index.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { noticeSteps } from './notice-steps.ts';
import { makeOffice } from './office-in-memory.ts';

const TOWN = '999901101';
const NOW = '2026-11-23T01:00:00.000Z';
const WANTED = Object.entries(goals).map(([programme, list]) => [programme, list.reduce<Record<string, number>>((counts, { state, count }) => ({ ...counts, [state]: (counts[state] ?? 0) + count }), {})] as const);

const demoSteps = (town: ReturnType<typeof makeTown>, at: string) =>
  [...[benefitClaim, paymentBatch].flatMap((workflow) => workflow.demo(town, at).map((step) => ({ ...step, workflow: workflow.name }))), ...noticeSteps(town, at, 'benefit-claim')];

const replayed = (scale: 'full' | 'small', at: string) => {
  const town = makeTown({ scale });
  const steps = demoSteps(town, at);
  const first = steps.map((step) => step.at).toSorted()[0] ?? at;
  const office = makeOffice({ workflows: [benefitClaim, paymentBatch, publicNotice], town, at: first });
  office.replay(steps, at);
  return office;
};
const office = replayed('full', NOW);
const { staff } = makeTown({ scale: 'small' });
const holding = (who: readonly string[]) => staff.filter(({ posts }) => posts.some(({ post }) => who.includes(post)));
const claims = office.list('benefit-claim');
const countsOf = (programme: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state, data } of claims) if (data['programme'] === programme) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

test.each(WANTED)('%s: the claims stand where they should', (programme, wanted) => {
  expect(countsOf(programme)).toEqual(wanted);
});

test('96 quota-return, 40 late-marriage and 120 elder-support claims', () => {
  expect(Object.fromEntries(WANTED.map(([programme]) => [programme, claims.filter(({ data }) => data['programme'] === programme).length])))
    .toEqual({ 'quota-return-award': 96, 'late-marriage-award': 40, 'elder-support': 120, 'special-support': 6 });
});

test('of sixteen quota-return claims that were paid five lie below the cap', () => {
  const paid = claims.filter(({ state, data }) => data['programme'] === 'quota-return-award' && ['paid', 'closed'].includes(state));
  expect(paid).toHaveLength(16);
  expect(paid.filter(({ data }) => Number(data['amount']) < 340_000)).toHaveLength(5);
});

test('a case stands in every state', () => {
  for (const workflow of [benefitClaim, paymentBatch, publicNotice]) {
    const seen = new Set(office.list(workflow.name).map(({ state }) => state));
    expect(Object.keys(workflow.states).filter((state) => !seen.has(state))).toEqual([]);
  }
});

test('every case is the fold of its log, and nobody claims twice', () => {
  for (const one of [...claims, ...office.list('payment-batch')]) expect(office.refolded(one.id)).toEqual(one);
  expect(new Set(claims.map(({ data }) => data['applicant'])).size).toBe(claims.length);
});

test('the ledger sums to nothing, and the bank paid what the batches say', () => {
  const sum = (rows: readonly { fen: number }[]) => rows.reduce((total, { fen }) => total + fen, 0);
  expect(sum(office.ledger)).toBe(0);
  const paid = office.list('payment-batch').reduce((total, { data }) => total + Number(data['paidTotal'] ?? 0), 0);
  expect(sum(office.ledger.filter(({ account, step }) => account.startsWith('paid:') && step.startsWith('pay:')))).toBe(paid);
});

test('no term has run out unanswered', () => {
  expect(claims.filter(({ memory }) => memory.term && !memory.term.fired && memory.term.dueAt <= NOW)).toEqual([]);
  expect(claims.filter(({ memory }) => memory.term?.fired)).toEqual([]);
});

test('every example, by everybody who may send it, in every case there is: accepted, or refused by a declared code', () => {
  const wrong: string[] = [];
  const accepted = new Set<string>();
  for (const workflow of [benefitClaim, paymentBatch, publicNotice]) {
    const made = new Map<string, ReturnType<typeof workflow.examples>>();
    const examplesAt = (unit: string) => made.get(unit) ?? made.set(unit, workflow.examples({ at: NOW, unit, free: { residents: [], households: [] }, cases: (name, states) => office.cases(name, states) })).get(unit) ?? {};
    for (const one of office.list(workflow.name)) {
      for (const [event, arrow] of Object.entries(workflow.states[one.state]?.on ?? {})) {
        for (const { id: by, posts } of holding(arrow.who)) for (const given of [examplesAt(posts.some(({ post }) => post === 'village_clerk') ? one.unit : TOWN)[event] ?? []]) for (const data of Array.isArray(given) ? (given as Data[]) : [given as Data]) {
          const result = office.would(by, one.id, event, data);
          if (result.accepted) accepted.add(`${one.state}.${event}`);
          else if (result.reason === 'invalid') wrong.push(`${one.id} ${one.state}.${event} by ${by}: ${JSON.stringify(result.errors)}`);
          else if (result.reason === 'blocked' && result.why.some((code) => code !== 'same-person' && !workflow.rules[code])) wrong.push(`${one.id} ${event}: ${result.why.join()}`);
        }
      }
    }
    const never = Object.entries(workflow.states).flatMap(([state, { on }]) => Object.entries(on).filter(([, { who }]) => !who.includes('clock')).map(([event]) => `${state}.${event}`)).filter((step) => !accepted.has(step));
    // Told step by step, the clock asks again as often as it is stepped, and ends such a notice by itself.
    // Nor has a notice come down in this past while something held a case that hung under it.
    expect(never.filter((step) => !['posted.endTerm', 'villageNotice.postAnew', 'townNotice.postAnew'].includes(step))).toEqual([]);
  }
  expect(wrong).toEqual([]);
});

test('the same town and moment tell the same past', () => {
  const town = makeTown({ scale: 'full' });
  expect(demoSteps(town, NOW)).toEqual(demoSteps(makeTown({ scale: 'full' }), NOW));
});

test.each(['2026-11-21T04:00:00.000Z', '2026-10-05T01:00:00.000Z', '2027-02-20T10:00:00.000Z', '2026-03-02T00:30:00.000Z', '2027-11-30T15:59:00.000Z'])('can be told at %s as well', (at) => {
  const other = replayed('full', at);
  const counts = (state: string) => other.list('benefit-claim', [state]).length;
  expect([counts('villageNotice'), counts('returned'), counts('paid') + counts('closed')]).toEqual([11, 10, 106]);
});

test('a small town has at most one claim at each stand', () => {
  const small = replayed('small', NOW);
  expect(small.list('benefit-claim').length).toBeGreaterThan(10);
  expect(small.list('payment-batch').map(({ state }) => state).toSorted()).toEqual(['cancelled', 'draft']);
});

test('neither the household’s notice nor the list of the quarter holds anybody’s number or account', () => {
  const people = new Map(makeTown({ scale: 'full' }).residents.map((one) => [one.id, one]));
  const slip = benefitClaim.papers?.find(({ name }) => name === 'payment-slip');
  const place = { zh: '某地', en: 'Somewhere' };
  const paid = claims.filter(({ state }) => slip?.states.includes(state));
  expect(paid.length).toBeGreaterThan(50);
  for (const one of paid) {
    const person = people.get(String(one.data['applicant']));
    const slips = (['zh', 'en'] as const).map((lang) => slip?.write({ case: one, facts: {}, log: [], unit: place, town: place, at: NOW, lang, certificate: null }));
    const said = JSON.stringify([slips, benefitClaim.disclosure?.row(one)]);
    expect(said).toContain(one.data['applicantName']);
    for (const secret of [person?.idNumber, person?.phone, person?.account, one.data['accountNo'], person?.residenceAddress]) if (secret) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/\d{8,}/);
  }
});

test('who is never posted stands in no list by name', () => {
  for (const one of claims) expect(benefitClaim.disclosure?.row(one).named).toBe(one.data['programme'] !== 'special-support');
});
