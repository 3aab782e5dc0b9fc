/** Lists as tables for people to take away: their columns in words, cells that no program takes for a formula, and who took them. */
import { listOptions } from '../kit/describe.ts';
import { sittingsOf } from '../kit/sitting.ts';
import type { Workflow } from '../kit/workflow.ts';
import type { Data, Instant, Lang, Register, State, Text } from '../kit/words.ts';
import { holdsNumber } from './read-words.ts';
import { inWords, registerNames, registerWords } from './register-words.ts';

export type Cell = string | number | null;
/** Names that stand for the ids in the rows; the id itself where a name is not known. */
export type Names = { readonly unit: (id: string, lang: Lang) => string; readonly person: (id: string) => string };
export type TableColumn<Row> = { readonly name: string; readonly label: Text; readonly of: (row: Row, lang: Lang, names: Names) => Cell };
export type TableOf<Row> = { readonly title: Text; readonly columns: readonly TableColumn<Row>[] };

export const caseWords = {
  id: { zh: '编号', en: 'Number' }, title: { zh: '名称', en: 'Title' }, state: { zh: '状态', en: 'State' }, unit: { zh: '单位', en: 'Unit' }, due: { zh: '期限', en: 'Due' },
  openedBy: { zh: '经办人', en: 'Opened by' }, openedAt: { zh: '受理时间', en: 'Opened' }, signedBy: { zh: '最近签批人', en: 'Last signed by' },
} as const satisfies Readonly<Record<string, Text>>;

const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
/** `2026-11-23 09:00` in the office's zone. */
export const momentOf = (at: Instant): string => zoned.format(new Date(at));

const LISTED: Readonly<Record<Register, readonly string[]>> = {
  residents: ['name', 'code', 'unit', 'status', 'sex', 'marital', 'relation', 'household', 'hukouUnit', 'lastVerified', 'idMissingReason'],
  households: ['id', 'unit', 'head'],
};

/** The fields that a list of the register shows. */
export const tableOfRegister = (register: Register): TableOf<Data> => {
  const words: Readonly<Record<string, Text>> = registerWords[register];
  const columns = LISTED[register].map((name): TableColumn<Data> => ({
    name, label: words[name] ?? { zh: name, en: name },
    of: (row, lang, names) => (name === 'unit' || name === 'hukouUnit' ? names.unit(String(row[name]), lang) : inWords(name, row[name], lang)),
  }));
  return { title: registerNames[register], columns };
};

/** Who signed, and for whom who was away. */
export type Signer = { readonly name: string; readonly behalf: string | null };
const signerText = ({ name, behalf }: Signer, lang: Lang): string => (behalf === null ? name : lang === 'zh' ? `${name}（代${behalf}）` : `${name} (for ${behalf})`);

type CaseRow = { readonly id: string; readonly title: string; readonly state: State; readonly unit: string; readonly data: Data; readonly dueAt: Instant | null; readonly openedBy: string; readonly openedAt: Instant; readonly signedBy?: Signer | null };
const YUAN: Text = { zh: '（元）', en: ' (CNY)' };

const ofFields = (workflow: Workflow): TableColumn<CaseRow>[] => workflow.list.fields.filter(({ name }) => name !== workflow.list.title).map((field): TableColumn<CaseRow> => {
  const options = listOptions(workflow, field);
  const { name, label, type } = field;
  return {
    name, label: type === 'money' ? { zh: label.zh + YUAN.zh, en: label.en + YUAN.en } : label,
    of: ({ data: { [name]: value } }, lang) => {
      if (value === undefined || value === null) return null;
      if (typeof value === 'number') return type === 'money' ? value / 100 : value;
      return typeof value === 'string' ? (options.find((one) => one.value === value)?.label[lang] ?? value) : JSON.stringify(value);
    },
  };
});

/** What a list of the process shows. */
export const tableOfCases = (workflow: Workflow): TableOf<CaseRow> => {
  const { messages, list, title } = workflow;
  const own = (name: keyof typeof caseWords, of: TableColumn<CaseRow>['of']): TableColumn<CaseRow> => ({ name, label: caseWords[name], of });
  return {
    title,
    columns: [
      own('id', ({ id }) => id), { name: 'title', label: list.fields.find(({ name }) => name === list.title)?.label ?? caseWords.title, of: (row) => row.title },
      own('state', ({ state }, lang) => messages.states[state]?.[lang] ?? state), own('unit', ({ unit }, lang, names) => names.unit(unit, lang)),
      ...ofFields(workflow),
      own('due', ({ dueAt }) => dueAt && momentOf(dueAt)), own('openedBy', ({ openedBy }, _, names) => names.person(openedBy)), own('openedAt', ({ openedAt }) => momentOf(openedAt)),
      ...(sittingsOf(workflow).length > 0 ? [own('signedBy', ({ signedBy }, lang) => (signedBy ? signerText(signedBy, lang) : null))] : []),
    ],
  };
};

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
export const guarded = (cell: Cell): Cell => (typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: Cell): string => {
  const text = String(guarded(cell) ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;
/** Without it Excel takes the file for another encoding. */
export const BOM = '\uFEFF';

export type Taking = { readonly person: string; readonly name: string; readonly at: Instant; readonly reason: string };

/** Who took the table, when and why, and how many rows it had: what stands at its end. */
export const marksOf = ({ person, name, at, reason }: Taking, rows: number, lang: Lang): readonly (readonly [string, string])[] => (lang === 'zh'
  ? [['导出人', `${name}（${person}）`], ['导出时间', momentOf(at)], ['导出事由', reason], ['行数', String(rows)], ['说明', '含个人信息，请按规定保管和销毁；本次导出已记入查阅日志。']]
  : [['Exported by', `${name} (${person})`], ['Exported at', momentOf(at)], ['Reason', reason], ['Rows', String(rows)], ['Note', 'Holds personal data: keep and destroy it by the rules. This export is in the log of readings.']]);

/** The same in one line, for a table that has no second sheet. */
export const markLine = (marks: readonly (readonly [string, string])[], lang: Lang): string => (lang === 'zh' ? marks.map((mark) => mark.join('：')).join('；') : marks.map((mark) => mark.join(': ')).join('; '));

const SHORTEST_REASON = 4;
export const reasonError: Text = { zh: `请写明导出事由，至少 ${SHORTEST_REASON} 个字，不含证件、账户或电话号码`, en: `Say why you need the export, in at least ${SHORTEST_REASON} characters, without identity, account or telephone numbers` };
export const isReason = (reason: string): boolean => [...reason.trim()].length >= SHORTEST_REASON && !holdsNumber(reason);
