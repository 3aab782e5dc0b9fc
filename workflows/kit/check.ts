/** Start-up asks every workflow whether it means what it says: names, ways, words and examples. */
import { z } from 'zod';
import { markProblems } from './blind.ts';
import { reportProblems } from './check-report.ts';
import { listOptions } from './describe.ts';
import { allFields, fieldsOf, readForm } from './form.ts';
import { paperProblems } from './papers.ts';
import { returnProblems } from './returns.ts';
import { originsOf, targetsOf, type AnyArrow } from './machine.ts';
import type { Workflow, World } from './workflow.ts';
import type { Text } from './words.ts';

const camel = /^[a-z][A-Za-z0-9]*$/;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const RESERVED = ['session', 'inbox', 'live', 'jobs', 'workflows', 'clock', 'health', 'ready', 'metrics', 'residents', 'households', 'units', 'people', 'reads', 'drafts', 'imports', 'files', 'workbooks', 'settings', 'setup', 'openapi.json', 'checks', 'findings', 'key-rotations', 'ledger', 'sittings', 'phrases', 'picture', 'notifications', 'messages'];

const said = (text: Text | undefined): boolean => Boolean(text?.zh.trim() && text.en.trim() && /\p{Script=Han}/u.test(text.zh) && !/\p{Script=Han}/u.test(text.en));

type Placed = { at: string; from: string | null; event: string; arrow: AnyArrow };
const placed = (workflow: Workflow): Placed[] => [
  { at: 'open', from: null, event: 'open', arrow: workflow.open },
  ...Object.entries(workflow.states).flatMap(([from, { on }]) => Object.entries(on).map(([event, arrow]) => ({ at: `${from}.${event}`, from, event, arrow }))),
];

function* namesOf(workflow: Workflow): Generator<string> {
  if (!kebab.test(workflow.name) || RESERVED.includes(workflow.name)) yield `name ${workflow.name} must be kebab-case and not reserved`;
  for (const name of [...Object.keys(workflow.states), ...Object.values(workflow.states).flatMap(({ on }) => Object.keys(on))]) if (!camel.test(name)) yield `${name} must be camelCase`;
  for (const { at, arrow } of placed(workflow)) for (const post of arrow.who) if (!snake.test(post)) yield `${at}: post ${post} must be snake_case`;
  for (const code of Object.keys(workflow.rules)) if (!kebab.test(code)) yield `rule ${code} must be kebab-case`;
}

function* arrowsOf(workflow: Workflow): Generator<string> {
  const steps = new Set(placed(workflow).map(({ from, event }) => `${from ?? ''}.${event}`));
  for (const { at, from, event, arrow } of placed(workflow)) {
    const clock = arrow.who.includes('clock');
    if (arrow.who.length === 0 || (clock && arrow.who.length > 1)) yield `${at}: an arrow is the clock's alone or needs a post`;
    if (!clock && !workflow.forms[event]) yield `${at}: no form for ${event}`;
    for (const bar of arrow.notWho ?? []) if (!steps.has(bar.step)) yield `${at}: no step ${bar.step}`;
    for (const code of arrow.rules ?? []) if (!workflow.rules[code]) yield `${at}: no rule ${code}`;
    for (const name of arrow.checks ?? []) if (!workflow.checks[name]) yield `${at}: no check ${name}`;
    for (const [index, way] of arrow.ways.entries()) {
      const last = index === arrow.ways.length - 1;
      if (last === (way.when !== undefined)) yield `${at}: every way but the last has a branch, the last has none`;
      if (way.when && !workflow.branches[way.when]) yield `${at}: no branch ${way.when}`;
      for (const name of way.do ?? []) if (!workflow.effects[name]) yield `${at}: no effect ${name}`;
      if (typeof way.to === 'object' && !workflow.states[way.to.back]?.remembers) yield `${at}: ${way.to.back} does not remember where it was entered from`;
      if (typeof way.to === 'object') for (const state of way.to.but ?? []) if (!originsOf(workflow, way.to.back).includes(state)) yield `${at}: ${way.to.back} is not entered from ${state}`;
      const targets = targetsOf(workflow, from, way);
      if (targets.length === 0) yield `${at}: a way leads nowhere`;
      for (const to of targets) if (!workflow.states[to]) yield `${at}: no state ${to}`;
    }
    if (arrow.ways.length === 0) yield `${at}: no way`;
  }
}

function* statesOf(workflow: Workflow): Generator<string> {
  const entered = new Set(placed(workflow).flatMap(({ from, arrow }) => arrow.ways.flatMap((way) => targetsOf(workflow, from, way).filter((to) => to !== from))));
  for (const [name, state] of Object.entries(workflow.states)) {
    if (!entered.has(name)) yield `state ${name} is never entered`;
    if (!state.tags?.includes('end') && Object.keys(state.on).length === 0) yield `state ${name} has no way out and is not an end`;
    if (state.term && !state.on[state.term.sends]) yield `state ${name}: its term sends ${state.term.sends}, which it does not take`;
    for (const [event, { who, aside }] of Object.entries(state.on)) if (who.includes('clock') && !aside && state.term?.sends !== event) yield `${name}.${event}: the clock sends what its state's term sends, or what comes with another case (aside)`;
    if (state.remembers && originsOf(workflow, name).length === 0) yield `state ${name} remembers, but nothing leads there`;
  }
}

function* keptOf({ kept = [], states }: Workflow): Generator<string> {
  for (const state of kept.flatMap((one) => one.states)) if (!states[state]) yield `kept: no state ${state}`;
}

/** What is open to everybody, and what is sealed from nearly all. */
function* openOf({ poster, revealed, states, forms }: Workflow): Generator<string> {
  for (const state of poster ? [...poster.printed, ...poster.draft, ...poster.shown, ...poster.gone] : []) if (!states[state]) yield `poster: no state ${state}`;
  for (const step of revealed?.to ?? []) if (!states[step.slice(0, step.indexOf('.'))]?.on[step.slice(step.indexOf('.') + 1)]) yield `revealed: no step ${step}`;
  const sealed = new Set(Object.values(forms).flatMap((form) => allFields(fieldsOf(form)).filter((one) => one.class === 'P4').map(({ name }) => name)));
  for (const name of revealed?.fields ?? []) if (!sealed.has(name)) yield `revealed: ${name} is no sealed field`;
}

function* wordsOf(workflow: Workflow): Generator<string> {
  const { states, events, rules, tells, texts } = workflow.messages;
  if (!said(workflow.title) || !said(workflow.about)) yield 'title and about need both languages';
  for (const state of Object.keys(workflow.states)) if (!said(states[state])) yield `state ${state} has no words`;
  for (const { event } of placed(workflow)) if (!said(events[event])) yield `event ${event} has no words`;
  for (const code of Object.keys(workflow.rules)) if (!said(rules[code])) yield `rule ${code} has no words`;
  for (const [what, text] of Object.entries(tells ?? {})) if (!said(text)) yield `tell ${what} has no words`;
  for (const [what, text] of Object.entries(texts ?? {})) if (!said(text)) yield `text ${what} has no words`;
  for (const [name, { text }] of Object.entries(workflow.checks)) if (!said(text)) yield `check ${name} has no words`;
  for (const [event, form] of Object.entries(workflow.forms)) {
    for (const one of allFields(fieldsOf(form))) if (!said(one.label)) yield `form ${event}: field ${one.name} has no label in both languages`;
    if (!placed(workflow).some((place) => place.event === event)) yield `form ${event} belongs to no arrow`;
  }
}

function* usesOf(workflow: Workflow): Generator<string> {
  const all = placed(workflow).map(({ arrow }) => arrow);
  const ways = all.flatMap((arrow) => arrow.ways);
  const used = { rules: all.flatMap((arrow) => arrow.rules ?? []), checks: all.flatMap((arrow) => arrow.checks ?? []), branches: ways.flatMap((way) => way.when ?? []), effects: ways.flatMap((way) => way.do ?? []) };
  for (const kind of ['rules', 'checks', 'branches', 'effects'] as const) {
    for (const [name, value] of Object.entries(workflow[kind])) {
      if (!used[kind].includes(name)) yield `${kind}: ${name} is never used`;
      const ask = typeof value === 'function' ? value : value.ok;
      for (const fact of ask.reads ?? []) if (!workflow.facts[fact]) yield `${kind}: ${name} reads ${fact}, which is no fact`;
    }
  }
}

function* listOf(workflow: Workflow): Generator<string> {
  const hidden = new Set(Object.values(workflow.forms).flatMap((form) => allFields(fieldsOf(form)).filter((one) => one.class === 'P3' || one.class === 'P4').map((one) => one.name)));
  const { spends } = workflow;
  const divided = workflow.list.fields.find(({ name }) => name === spends);
  if (spends !== undefined && (!divided || listOptions(workflow, divided).length === 0)) yield `spends: the list has no codes in ${spends}`;
  for (const name of workflow.list.many ?? []) if (name !== workflow.list.title && !workflow.list.fields.some((field) => field.name === name)) yield `list: there is no field ${name} to put many in order by`;
  for (const { name, label, above } of workflow.list.fields) {
    if (above && workflow.parent === undefined) yield `list: ${name} stands for a case above, and there is none`;
    if (name === 'open') yield 'list: it is asked by open for what is not at an end';
    if (hidden.has(name)) yield `list: ${name} is personal and cannot be filtered or sorted by`;
    if (!said(label)) yield `list: ${name} has no label in both languages`;
  }
}

function* examplesOf(workflow: Workflow, world: World): Generator<string> {
  const examples = workflow.examples(world);
  for (const { at, event, arrow } of placed(workflow)) {
    const form = workflow.forms[event];
    if (arrow.who.includes('clock') || !form) continue;
    const given = examples[event];
    const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
    if (list.length === 0) yield `${at}: no example`;
    for (const data of list) {
      const read = readForm(form, data);
      if (!read.ok) yield `${at}: the example does not fit its form: ${JSON.stringify(read.errors)}`;
    }
  }
}

function* sittingOf({ states, list, flags = {}, forms }: Workflow): Generator<string> {
  for (const [state, { on, sitting }] of Object.entries(states)) {
    if (!sitting) continue;
    for (const event of [sitting.sign, sitting.back]) if (!on[event] || !forms[event] || on[event].oneByOne) yield `sitting at ${state}: no event ${event} that may be sent to many`;
    for (const name of sitting.facts) if (!list.fields.some((field) => field.name === name)) yield `sitting at ${state}: the list has no field ${name}`;
  }
  for (const [code, { text }] of Object.entries(flags)) if (!kebab.test(code) || !said(text)) yield `flag ${code} has no words`;
}

function* proposalOf({ proposes, forms, list }: Workflow): Generator<string> {
  const { of, no, from } = proposes?.versions ?? {};
  for (const name of [of, no, from]) if (name !== undefined && !list.fields.some((field) => field.name === name)) yield `proposes: the list has no field ${name} to tell versions by`;
  if (proposes && !fieldsOf(forms[proposes.event] ?? z.object({})).some(({ name, fields }) => name === proposes.values && fields.length > 0)) yield `proposes: the form of ${proposes.event} has no group ${proposes.values}`;
}

function* deskOf({ desk, states, forms, subject, parent }: Workflow): Generator<string> {
  if (!desk) return;
  if (!parent || !subject) yield 'desk: needs a parent and a subject';
  for (const event of [desk.same, desk.change, desk.unable, desk.undo, desk.sampled]) if (!Object.values(states).some(({ on }) => on[event])) yield `desk: no event ${event}`;
  const namesIn = (event: string): string[] => fieldsOf(forms[event] ?? z.object({})).map(({ name }) => name);
  for (const [event, names] of [[desk.same, [...desk.sitting, desk.asserts]], [desk.change, [desk.values]], [desk.unable, [desk.reason]], [desk.undo, [desk.ground]]] as const) {
    for (const name of names) if (!namesIn(event).includes(name)) yield `desk: the form of ${event} has no field ${name}`;
  }
  if (!states[desk.steady]) yield `desk: no state ${desk.steady}`;
}

/** Everything wrong with a workflow, one sentence each; empty when it may start. */
export const checkWorkflow = (workflow: Workflow, world: World): string[] =>
  [namesOf(workflow), arrowsOf(workflow), statesOf(workflow), wordsOf(workflow), usesOf(workflow), listOf(workflow), keptOf(workflow), openOf(workflow), deskOf(workflow), proposalOf(workflow), sittingOf(workflow), markProblems(workflow), returnProblems(workflow), reportProblems(workflow, said), paperProblems(workflow, said), examplesOf(workflow, world)]
    .flatMap((problems) => [...problems].map((problem) => `${workflow.name}: ${problem}`));
