/** Fills in any form on the screen by its fields' names, as its zod object tells them. */
import type { Locator } from 'playwright-core';
import { fieldsOf, type FieldInfo, type Input } from '../../workflows/kit/form.ts';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { getWorkflow } from '../../workflows/index.ts';

const addRow = { zh: '添加一行：', en: 'Add a row: ' } as const;

export type Chooses = Exclude<Extract<Input, object>, { readonly files: unknown }>;
/** What a person types to find the entry or case they mean, and what they know it by in the list that opens. */
export type LookUp = (input: Chooses, id: string) => Promise<{ typed: string; known: string }>;
export type Hand = { readonly form: Locator; readonly lang: Lang; readonly lookUp: LookUp };

const named = ({ form }: Hand, path: string): Locator => form.locator(`[name="${path}"]`);

const fillList = async (hand: Hand, info: FieldInfo, path: string, rows: readonly unknown[]): Promise<void> => {
  const add = hand.form.getByRole('button', { name: addRow[hand.lang] + info.label[hand.lang], exact: true }).first();
  for (const [i, row] of rows.entries()) {
    const first = `${path}.${i}.${info.fields[0]?.name ?? 'value'}`;
    if ((await hand.form.locator(`[id$="-${first}"], [name="${first}"]`).count()) === 0) await add.click();
    if (info.fields.length > 0) await fillFields(hand, info.fields, row as Data, `${path}.${i}.`);
    else await named(hand, `${path}.${i}.value`).fill(String(row));
  }
};

const pick = async (hand: Hand, input: Chooses, path: string, id: string): Promise<void> => {
  const { typed, known } = await hand.lookUp(input, id);
  await named(hand, path).click();
  await named(hand, path).fill(typed);
  await hand.form.page().getByRole('option').filter({ hasText: known }).first().click();
};

const chooseOne = async ({ form }: Hand, path: string, value: string): Promise<void> => {
  const select = form.locator(`select[name="${path}"]`);
  if ((await select.count()) > 0) await select.selectOption(value);
  else await form.locator(`input[type="radio"][name="${path}"][value="${value}"]`).check();
};

const fillField = async (hand: Hand, info: FieldInfo, path: string, value: unknown): Promise<void> => {
  const { input } = info;
  if (typeof input === 'object' && 'files' in input) throw new Error(`${path}: files are brought by hand.`);
  if (typeof input === 'object') return pick(hand, input, path, String(value));
  if (input === 'group') return fillFields(hand, info.fields, value as Data, `${path}.`);
  if (input === 'list') return fillList(hand, info, path, value as unknown[]);
  if (input === 'tick') return hand.form.locator(`[id$="-${path}"]`).setChecked(value === true);
  if (input === 'choice' || input === 'village') return chooseOne(hand, path, String(value));
  if (input === 'choices') {
    for (const one of value as string[]) await hand.form.getByRole('checkbox', { name: info.options.find((option) => option.value === one)?.label[hand.lang] ?? one, exact: true }).check();
    return;
  }
  await named(hand, path).first().fill(input === 'money' ? plainYuan(Number(value)) : String(value));
};

const fillFields = async (hand: Hand, fields: readonly FieldInfo[], data: Data, under = ''): Promise<void> => {
  for (const info of fields) {
    const value = data[info.name];
    if (value !== undefined && value !== null) await fillField(hand, info, under + info.name, value);
  }
};

/** Types the data into the form of an event; what is not in the data is left as it stands. */
export const fillIn = async (hand: Hand, workflow: string, event: string, data: Data): Promise<void> => {
  const schema = getWorkflow(workflow).forms[event];
  if (schema) await fillFields(hand, fieldsOf(schema), data);
};
