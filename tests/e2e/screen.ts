/** A person at a screen: signs in, reads, fills in forms by their fields' names and presses buttons by their words. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { fieldsOf, type FieldInfo } from '../../workflows/kit/form.ts';
import type { Data, Lang, Text } from '../../workflows/kit/words.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { getWorkflow } from '../../workflows/index.ts';
import type { RunningOffice } from './office.ts';

const PASSWORD = 'demo-2026';
export type Seat = { readonly user: string; readonly page: Page; readonly lang: Lang };

const words = {
  signIn: { zh: '登录', en: 'Sign in' },
  confirm: (event: string): Text => ({ zh: `确认“${event}”`, en: `Confirm: ${event}` }),
  addRow: (label: string): Text => ({ zh: `添加一行：${label}`, en: `Add a row: ${label}` }),
};

/** Opens a seat: a browser of one's own, signed in. Anything that leaves the machine fails the test. */
export const seatFor = (browser: Browser, office: RunningOffice, { lang = 'zh', phone = false, dark = false }: { lang?: Lang; phone?: boolean; dark?: boolean } = {}) => {
  const contexts: BrowserContext[] = [];
  const abroad: string[] = [];
  const failures: string[] = [];
  const sit = async (user: string): Promise<Seat> => {
    const context = await browser.newContext({ locale: lang === 'zh' ? 'zh-CN' : 'en-GB', viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 }, colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const page = await context.newPage();
    page.on('request', (request) => { if (!request.url().startsWith(office.base) && !/^(data|blob):/.test(request.url())) abroad.push(request.url()); });
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(office.base);
    await page.locator('input[autocomplete="username"]').fill(user);
    await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn[lang], exact: true }).click();
    await page.locator('nav').first().waitFor();
    return { user, page, lang };
  };
  return { sit, abroad, failures, close: () => Promise.all(contexts.map((context) => context.close())) };
};

const named = (form: Locator, path: string): Locator => form.locator(`[name="${path}"]`);

const fillList = async (form: Locator, info: FieldInfo, path: string, rows: readonly unknown[], lang: Lang): Promise<void> => {
  const add = form.getByRole('button', { name: words.addRow(info.label[lang])[lang], exact: true }).first();
  for (const [i, row] of rows.entries()) {
    const first = info.fields[0] ? `${path}.${i}.${info.fields[0].name}` : `${path}.${i}.value`;
    if ((await form.locator(`[id$="-${first}"], [name="${first}"]`).count()) === 0) await add.click();
    if (info.fields.length > 0) await fillFields(form, info.fields, row as Data, lang, `${path}.${i}.`);
    else await named(form, `${path}.${i}.value`).fill(String(row));
  }
};

const pick = async (form: Locator, path: string, value: string): Promise<void> => {
  const box = named(form, path);
  await box.click();
  await box.fill(value);
  const option = form.page().getByRole('option').filter({ hasText: value });
  const any = form.page().getByRole('option');
  await any.first().waitFor();
  await ((await option.count()) > 0 ? option : any).first().click();
};

const fillField = async (form: Locator, info: FieldInfo, path: string, value: unknown, lang: Lang): Promise<void> => {
  const { input } = info;
  if (typeof input === 'object') return pick(form, path, String(value));
  if (input === 'group') return fillFields(form, info.fields, value as Data, lang, `${path}.`);
  if (input === 'list') return fillList(form, info, path, value as unknown[], lang);
  if (input === 'tick') return form.locator(`[id$="-${path}"]`).setChecked(value === true);
  if (input === 'choices') {
    for (const one of value as string[]) await form.getByRole('checkbox', { name: info.options.find((option) => option.value === one)?.label[lang] ?? one, exact: true }).check();
    return;
  }
  if (input === 'choice') {
    const select = form.locator(`select[name="${path}"]`);
    if ((await select.count()) > 0) await select.selectOption(String(value));
    else await form.locator(`input[type="radio"][name="${path}"][value="${String(value)}"]`).check();
    return;
  }
  await named(form, path).first().fill(input === 'money' ? plainYuan(Number(value)) : String(value));
};

export const fillFields = async (form: Locator, fields: readonly FieldInfo[], data: Data, lang: Lang, under = ''): Promise<void> => {
  for (const info of fields) {
    const value = data[info.name];
    if (value !== undefined && value !== null) await fillField(form, info, under + info.name, value, lang);
  }
};

const eventWords = (workflow: string, event: string, lang: Lang): string => getWorkflow(workflow).messages.events[event]?.[lang] ?? event;

/** Fills in the form on the screen and confirms it. */
export const fillAndConfirm = async ({ page, lang }: Seat, workflow: string, event: string, data: Data): Promise<void> => {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: words.confirm(eventWords(workflow, event, lang))[lang], exact: true }) });
  const schema = getWorkflow(workflow).forms[event];
  if (schema) await fillFields(form, fieldsOf(schema), data, lang);
  await form.getByRole('button', { name: words.confirm(eventWords(workflow, event, lang))[lang], exact: true }).click();
};

/** Opens a case by its form; gives its id. */
export const openCase = async (seat: Seat, office: RunningOffice, workflow: string, data: Data): Promise<string> => {
  await seat.page.goto(`${office.base}/${workflow}/create`);
  await fillAndConfirm(seat, workflow, 'open', data);
  await seat.page.waitForURL(/\/show$/);
  return decodeURIComponent(new URL(seat.page.url()).pathname.split('/').at(-2) ?? '');
};

/** Goes to the case, presses the event's button, fills in its form, confirms, and waits until it is done. */
export const act = async (seat: Seat, office: RunningOffice, workflow: string, id: string, event: string, data: Data): Promise<void> => {
  const { page, lang } = seat;
  await page.goto(`${office.base}/${workflow}/${encodeURIComponent(id)}/show`);
  await page.getByRole('group').getByRole('button', { name: eventWords(workflow, event, lang), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fillAndConfirm(seat, workflow, event, data);
  await dialog.waitFor({ state: 'detached' });
};

/** The case page's text. */
export const read = async ({ page }: Seat): Promise<string> => page.locator('main').innerText();
