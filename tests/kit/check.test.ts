import { describe, expect, test } from 'vitest';
import { checkWorkflow } from '../../workflows/kit/check.ts';
import { arrowsOf, draw, nextOf, sealedNamesOf } from '../../workflows/kit/describe.ts';
import { deadEnds, storiesOf } from '../../workflows/kit/stories.ts';
import type { Workflow, World } from '../../workflows/kit/workflow.ts';
import { loan } from './loan.ts';

const world: World = { at: '2026-11-23T01:00:00.000Z', unit: '999901101001', free: { residents: [], households: [] }, cases: () => [] };
const broken = (change: (draft: Record<string, unknown>) => object): string[] => checkWorkflow({ ...loan, ...change({ ...loan }) } as Workflow, world);
const state = (name: string, change: object): object => ({ states: { ...loan.states, [name]: { ...loan.states[name], ...change } } });
const arrow = { who: ['town_clerk'], ways: [{ to: 'lent' }] };

describe('start-up', () => {
  test('lets a sound workflow start', () => expect(checkWorkflow(loan, world)).toEqual([]));

  const faults: [string, () => string[], RegExp][] = [
    ['a name that is not kebab-case', () => broken(() => ({ name: 'Loan' })), /kebab-case/],
    ['a reserved name', () => broken(() => ({ name: 'inbox' })), /reserved/],
    ['an unknown rule', () => broken(() => state('draft', { on: { submit: { ...arrow, rules: ['nope'] } } })), /no rule nope/],
    ['an unknown check', () => broken(() => ({ open: { ...loan.open, checks: ['nope'] } })), /no check nope/],
    ['an unknown state', () => broken(() => state('draft', { on: { submit: { who: ['town_clerk'], ways: [{ to: 'limbo' }] } } })), /no state limbo/],
    ['an unknown branch', () => broken(() => state('draft', { on: { submit: { who: ['town_clerk'], ways: [{ to: 'lent', when: 'nope' }, { to: 'lent' }] } } })), /no branch nope/],
    ['an unknown effect', () => broken(() => state('draft', { on: { submit: { who: ['town_clerk'], ways: [{ to: 'lent', do: ['nope'] }] } } })), /no effect nope/],
    ['an unknown step to keep apart', () => broken(() => state('draft', { on: { submit: { ...arrow, notWho: [{ step: 'nope.check', since: 'case' }] } } })), /no step nope.check/],
    ['a last way with a branch', () => broken(() => state('draft', { on: { submit: { who: ['town_clerk'], ways: [{ to: 'lent', when: 'passes' }] } } })), /the last has none/],
    ['a way back to a state that does not remember', () => broken(() => state('notice', { on: { expire: { who: ['clock'], ways: [{ to: { back: 'draft' } }] } } })), /does not remember/],
    ['a way back that leaves out where nobody comes from', () => broken(() => state('returned', { on: { resubmit: { who: ['village_clerk'], ways: [{ to: { back: 'returned', but: ['lent'] } }] } } })), /returned is not entered from lent/],
    ['a state that nothing enters', () => broken(() => state('island', { on: { submit: arrow } })), /island is never entered/],
    ['a state with no way out', () => broken(() => state('signing', { on: {} })), /no way out/],
    ['a term that sends what the state does not take', () => broken(() => state('checking', { term: { sends: 'lapse', days: () => 1 } })), /its term sends lapse/],
    ['a clock that shares its arrow', () => broken(() => state('notice', { on: { expire: { who: ['clock', 'town_head'], ways: [{ to: 'signing' }] } } })), /the clock's alone/],
    ['a missing form', () => broken(() => ({ forms: { ...loan.forms, submit: undefined } })), /no form for submit/],
    ['a missing message', () => broken(() => ({ messages: { ...loan.messages, states: {} } })), /state draft has no words/],
    ['English in the Chinese', () => broken(() => ({ title: { zh: 'Loan', en: 'Loan' } })), /both languages/],
    ['a rule that nobody uses', () => broken(() => ({ rules: { ...loan.rules, idle: () => true } })), /idle is never used/],
    ['a personal field in a list', () => broken(() => ({ list: { title: 'item', fields: [{ name: 'phone', label: { zh: '电话', en: 'Phone' }, type: 'text' }] } })), /phone is personal/],
    ['an order by a field that is not listed', () => broken(() => ({ list: { title: 'item', fields: [], many: ['item', 'size'] } })), /list: there is no field size to put many in order by/],
    ['a field that stands for a case above where there is none', () => broken(() => ({ list: { title: 'item', fields: [{ name: 'item', label: { zh: '物品', en: 'Item' }, type: 'text', above: true }] } })), /item stands for a case above, and there is none/],
    ['an example that does not fit', () => broken(() => ({ examples: () => ({ ...loan.examples(world), open: {} }) })), /does not fit its form/],
    ['a paper made where no case stands', () => broken(() => ({ papers: [{ name: 'form', title: { zh: '表', en: 'Form' }, states: ['limbo'], for: ['town_clerk'], write: () => null }] })), /paper form: no state limbo/],
    ['a paper that reads what is no fact', () => broken(() => ({ papers: [{ name: 'form', title: { zh: '表', en: 'Form' }, states: ['lent'], for: ['town_clerk'], reads: ['nope'], write: () => null }] })), /reads nope/],
    ['a paper for nobody', () => broken(() => ({ papers: [{ name: 'form', title: { zh: '表', en: 'Form' }, states: ['lent'], for: [], write: () => null }] })), /for nobody/],
    ['archivists of what nothing keeps', () => broken(() => ({ archivists: ['town_clerk'] })), /how long a case is kept/],
    ['a mark that tells of itself before the last is there', () => broken(() => state('objection', { on: { judge: { ...loan.states['objection']?.on['judge'], ways: [{ when: 'one-mark', do: ['tellHead'] }, { to: 'refused' }] } } })), /changes nothing and tells nobody/],
    ['a mark that sends back', () => broken(() => ({ returns: { events: ['judge'] } })), /a mark is no answer/],
    ['versions that the list does not tell apart', () => broken(() => ({ proposes: { event: 'open', values: 'item', held: 'held', versions: { of: 'item', no: 'number', from: 'days', first: () => ({}) } } })), /no field number to tell versions by/],
    ['a missing example', () => broken(() => ({ examples: () => ({}) })), /no example/],
  ];
  test.each(faults)('stops at %s', (_name, run, sentence) => expect(run().join('\n')).toMatch(sentence));
});

describe('telling', () => {
  test('one arrow per way and place; opening comes from nowhere', () => {
    const arrows = arrowsOf(loan);
    expect(arrows[0]).toMatchObject({ from: null, event: 'open', to: 'draft' });
    expect(arrows.filter(({ from, event }) => from === 'returned' && event === 'resubmit').map(({ to }) => to)).toEqual(['checking', 'signing']);
  });
  test('every arrow has a story, and every state an end', () => {
    expect(storiesOf(loan)).toHaveLength(arrowsOf(loan).length);
    for (const { arrow: last, steps } of storiesOf(loan)) {
      expect(steps.at(-1)).toBe(last);
      for (const [i, step] of steps.entries()) expect(step.from).toBe(i === 0 ? null : steps[i - 1]?.to);
    }
    expect(deadEnds(loan)).toEqual([]);
    expect(deadEnds({ ...loan, states: { ...loan.states, signing: { on: { sendBack: { who: ['town_head'], ways: [{ to: 'signing' }] } } } } } as Workflow)).toEqual(['signing']);
  });
  test('the picture has each state once, and says what happens next', () => {
    expect(draw(loan).nodes.map(({ id }) => id)).toEqual(Object.keys(loan.states));
    expect(nextOf(loan, 'checking', 'check')).toEqual([{ to: 'notice', branch: 'passes', who: [] }, { to: 'refused', branch: null, who: [] }]);
  });
  test('sensitive fields are known by name', () => expect([...sealedNamesOf(loan)]).toEqual(['phone']));
});
