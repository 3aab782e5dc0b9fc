/** What must never be built is not there: in no form, no register, no label, no list and no name in the code. */
import { expect, test } from 'vitest';
import { allFields, fieldsOf } from '../workflows/kit/form.ts';
import { workflows } from '../workflows/index.ts';
import { forbiddenIn, forbiddenWords } from './tools/forbidden.ts';
import { sourcesOf } from './tools/sources.ts';

test('no file of the program says a forbidden word, as a name or to people', () => {
  const sources = sourcesOf(['admin', 'workflows', 'server', 'mock-api']);
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(forbiddenWords)).toEqual([]);
});

test('no field, choice or list column of a workflow is a forbidden one, also where it is made while running', () => {
  const texts = workflows.flatMap(({ forms, list, messages, title, about }) => [
    ...Object.values(forms).flatMap((form) => allFields(fieldsOf(form))).flatMap(({ name, label, help, options }) => [name, label.zh, label.en, help?.zh ?? '', help?.en ?? '', ...options.flatMap((one) => [one.value, one.label.zh, one.label.en])]),
    ...list.fields.flatMap(({ name, label }) => [name, label.zh, label.en]),
    ...[title, about, ...Object.values(messages).flatMap((group) => Object.values(group))].flatMap(({ zh, en }) => [zh, en]),
  ]);
  expect(texts.filter(forbiddenIn)).toEqual([]);
});

test.each([
  ['a field', `const shape = { pregnancyWeek: z.number() };`],
  ['a field in another style', `const shape = { 'contraceptive_method': z.string() };`],
  ['a column', `const columns = ['birth-order'];`],
  ['a label', `const label = { zh: '避孕措施', en: 'Method' };`],
  ['a header of an import', 'const header = `三查日期`;'],
  ['an English label', `const label = { zh: '次序', en: 'Birth order of the child' };`],
  ['text on a screen', `export const A = () => <p>计划外</p>;`],
  ['a penalty', `type Penalty = { amount: number };`],
  ['a fee', `const socialSupportFee = 1;`],
  ['a second birth', `const rules = { secondBirth: true };`],
  ['a profile', `const riskScore = 0.4;`],
  ['a position', `const { latitude } = coords;`],
])('catches %s', (_, text) => {
  expect(forbiddenWords({ path: 'workflows/visit/forms.tsx', text })).toEqual([expect.stringContaining('must not hold')]);
});

test('catches a forbidden name of a file', () => {
  expect(forbiddenWords({ path: 'workflows/birth-quota/index.ts', text: '' })).toHaveLength(1);
});

test.each(['birthDate', 'birth_month', 'childName', 'firstName', 'refine', 'planned', 'aborted', 'abortSignal', 'signal.abort()', 'child care subsidy', 'secondReview', 'gpsr', 'parityOfDigits', '出生日期', '独生子女父母奖励', '计划生育', '公示期', '以上环节', '轮流产生'])(
  'lets %s pass',
  (text) => {
    expect(forbiddenIn(text)).toBeNull();
  },
);
