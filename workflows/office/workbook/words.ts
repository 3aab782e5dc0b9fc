/** What a workbook says: on its columns, in its instructions, and where a cell of it is wrong. */
import type { Text } from '../../kit/words.ts';

export const columnWords = {
  code: { zh: '编码', en: 'Code' }, title: { zh: '姓名', en: 'Name' }, last: { zh: '上期结果', en: 'Last month' },
  result: { zh: '本期结果', en: 'Result' }, resultHelp: { zh: '没有填结果的行不作任何处理', en: 'A row without a result is left as it is' },
  case: { zh: '办件', en: 'Case' }, version: { zh: '办件版本', en: 'Version' }, entry: { zh: '登记版本', en: 'Version of the entry' }, mark: { zh: '校验', en: 'Seal' },
} as const satisfies Readonly<Record<string, Text>>;

export const sheetWords = { records: { zh: '核实名单', en: 'Records' }, instructions: { zh: '填写说明', en: 'Instructions' }, lists: { zh: '选项', en: 'Lists' } } as const;

const either = (options: readonly Text[]): Text => ({ zh: options.map(({ zh }) => zh).join('、'), en: options.map(({ en }) => en).join('; ') });

/** One sentence each: what is wrong, and the remedy. */
export const faultWords = {
  choose: (options: readonly Text[]): Text => ({ zh: `不在选项之内，请从下拉列表中选择：${either(options).zh}`, en: `Not one of the choices: ${either(options).en}` }),
  noResult: { zh: '这一行填了内容却没有选结果，请选择本期结果，或清空所填内容', en: 'The row was begun without a result: choose the result, or clear what was typed' },
  notWith: (result: Text): Text => ({ zh: `结果为“${result.zh}”时此格不填：请清空此格，或改选结果`, en: `This cell does not go with the result “${result.en}”: clear it, or choose another result` }),
  day: { zh: '读不出日期，请填写真实存在的日期，例如 2026-11-23', en: 'Not a date: give one that exists, e.g. 2026-11-23' },
  number: { zh: '请填写数字', en: 'Give a number' },
  lost: { zh: '长号码被存成了数值，末几位已经丢失，请把单元格设为文本后对照证件重新录入', en: 'A long number was kept as a quantity and lost its last digits: set the cell to text and type it anew' },
  failed: { zh: '单元格里是出错的计算结果，请改填实际内容', en: 'The cell holds a failed calculation: put the value itself' },
  edited: { zh: '锁定的内容被改动，请恢复原样，或重新下载工作簿后把所填内容转过去', en: 'A locked cell was changed: put it back as it was, or copy your entries into a workbook downloaded anew' },
  unknownRow: { zh: '这一行不是本工作簿原有的行，请删除', en: 'This row was not in the workbook: delete it' },
  twice: { zh: '同一条记录在文件中出现两次，请删除其中一行', en: 'The same record stands in the file twice: delete one of the rows' },
} as const;

type Filling = { readonly place: Text; readonly groups: readonly Text[]; readonly same: Text; readonly change: Text; readonly unable: Text; readonly sitting: readonly Text[] };

/** How it is filled in, line by line. */
export const instructionsOf = ({ place, groups, same, change, unable, sitting }: Filling): Text[] => [
  { zh: `本工作簿用于离线填写：${place.zh}。白色单元格由您填写，灰色单元格已锁定，不必也不能改。`, en: `For filling in without a connection: ${place.en}. White cells are yours; grey ones are locked and stay as they are.` },
  { zh: '只填已经核实的行；没有选“本期结果”的行上传后不作任何处理，可以分几次填写、几次上传。', en: 'Fill in only the rows that were verified. A row without a result is left as it is; you may fill in and upload in several goes.' },
  { zh: `选“${same.zh}”即声明：这一条已按所填的${either(sitting).zh}逐组核对（${either(groups).zh}），均与登记一致。没有核实过的不得填写，也不要整列下拉填充。`, en: `With “${same.en}” you state of that record: compared group by group (${either(groups).en}) as the row says (${either(sitting).en}), and all agrees with the register. Never fill in what was not verified, nor a whole column at once.` },
  { zh: `选“${change.zh}”：只在有变化的“新·”列填写新内容，并填写变动日期和佐证材料。带星号的号码已脱敏，需要更改时填写完整的新号码。`, en: `“${change.en}”: give new values in the columns “New” only where something changed, with the day of the change and the proof. Numbers with stars are masked: type the new one whole.` },
  { zh: `选“${unable.zh}”：选择原因；多次联系未果的，逐次填写联系记录。本人不愿核实不影响其任何待遇。`, en: `“${unable.en}”: choose the reason; where nobody could be reached, each try. Declining has no effect on any benefit.` },
  { zh: '不要插入行、合并单元格、使用公式，也不要改动工作表名称和列名；日期写成 2026-11-23。', en: 'Insert no rows, merge no cells, use no formulas, and leave the names of sheets and columns alone. Write dates as 2026-11-23.' },
  { zh: '填好后保存为 .xlsx，在“核实台—离线工作簿”上传。上传后先看逐行差异，按“办理”后才生效；下载之后另有变化的记录会列为冲突，不会被覆盖。', en: 'Save it as .xlsx and upload it at the desk, under “Offline workbook”. You first see what each row would do; nothing happens before you say so. Records that changed since the download are shown as conflicts and are never overwritten.' },
  { zh: '文件含个人信息：只在工作电脑上保存，用完即删，不得转发。', en: 'The file holds personal data: keep it on an office computer, delete it after use, never pass it on.' },
];
