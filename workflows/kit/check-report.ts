/** Whether a declared report means what it says: every number it names, every step it is signed by, every word. */
import { z } from 'zod';
import { fieldsOf } from './form.ts';
import type { Part, Report } from './report.ts';
import type { Workflow } from './workflow.ts';
import type { Text } from './words.ts';

/** Names that its sentences may say beside those it declares. */
const ALWAYS = ['flagged', 'explained'];

function* figuresMeant({ shares, monitored, sums, parts }: Report): Generator<string> {
  for (const { hits, of } of [...Object.values(shares), ...Object.values(monitored)]) yield* [hits, of];
  for (const { all, parts: terms } of sums) yield* [all, ...terms];
  for (const part of parts) if (part.kind === 'bars') yield* part.figures;
}

const numbersIn = (part: Part): string[] => {
  if (part.kind === 'table') return part.columns.flatMap((column) => Object.values(column) as string[]);
  return part.kind === 'text' ? part.says.flatMap(({ zh, en }) => [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)) : [];
};

const textsOf = ({ title, parts, figures, shares, kept, monitored, signatures }: Report): Text[] =>
  [title, ...parts.map((part) => part.title), ...[figures, shares, kept, monitored].flatMap((all) => Object.values(all).map(({ label }) => label)), ...signatures.map(({ label }) => label)];

export function* reportProblems({ report, states, forms, list }: Workflow, said: (text: Text) => boolean): Generator<string> {
  if (!report) return;
  const { figures, shares, kept, accuracy, parts, signatures } = report;
  const numbers = new Set([...[figures, shares, kept].flatMap((all) => Object.keys(all)), ...(accuracy ? [accuracy.name] : []), ...ALWAYS]);
  for (const name of figuresMeant(report)) if (!figures[name]) yield `report: ${name} is no figure`;
  for (const name of parts.flatMap(numbersIn)) if (!numbers.has(name)) yield `report: nothing is called ${name}`;
  for (const name of accuracy ? [accuracy.wrong, accuracy.of] : []) if (!kept[name]?.adds) yield `report: ${name} does not add up`;
  for (const part of parts) {
    const event = part.kind === 'written' ? part.step.slice(part.step.indexOf('.') + 1) : '';
    if (part.kind === 'written' && !fieldsOf(forms[event] ?? z.object({})).some(({ name }) => name === part.field)) yield `report: the form of ${event} has no field ${part.field}`;
  }
  for (const { step } of signatures) {
    const [state = '', event = ''] = step.split('.');
    if (!states[state]?.on[event]) yield `report: no step ${step}`;
  }
  for (const text of textsOf(report)) if (!said(text)) yield `report: “${text.zh}” is not said in both languages`;
  if (list.fields.some(({ name }) => name === 'counted')) yield 'report: a list is asked by counted for what a figure counts';
}
