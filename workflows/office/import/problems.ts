/** What may be wrong in a cell or with a whole file, and what to do about it. */
import type { Text } from '../../kit/words.ts';
import { checks } from '../checks/rules.ts';

export type Said = { readonly title: Text; readonly remedy: Text };
const say = (zh: string, en: string, remedyZh: string, remedyEn: string): Said => ({ title: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } });

const problemWords: Readonly<Record<string, Said>> = {
  'code': say('编码不是18位数字', 'The code has not 18 digits', '按“12位单位代码＋2位组号＋4位序号”补正，并把该列设为文本格式。', 'Give 12 digits of the unit, 2 of the group and 4 of the serial number; set the column to text.'),
  'phone': say('联系电话格式不正确', 'Not a telephone number', '填写11位手机号，或带区号的固定电话，例如 022-26990000；没有电话的留空。', 'Give a mobile number of 11 digits, or a landline with its area code, e.g. 022-26990000; leave it empty where there is none.'),
  'account': say('账号不是12至21位数字', 'The account has not 12 to 21 digits', '对照存折或银行卡补正，并把该列设为文本格式；没有账号的留空。', 'Copy it from the passbook or card and set the column to text; leave it empty where there is none.'),
  'number-lost': say('长号码被存成了数值，末几位已经丢失', 'A long number was kept as a quantity: its last digits are lost', '把该列设为文本格式，对照证件重新录入这一格。', 'Set the column to text and type this cell anew from the papers.'),
  'failed-formula': say('单元格里是出错的计算结果', 'The cell holds a failed calculation', '把该格改成实际的内容，不要用公式。', 'Put the value itself into the cell, not a formula.'),
  'too-long': say('内容超过200个字', 'Longer than 200 characters', '检查是否填错了列，缩短后重新上传。', 'See whether it stands in the wrong column; shorten it and upload again.'),
  'out-of-scope': say('所属村居不在您的范围内', 'The village is not within your scope', '只导入本镇村居的人员；其他镇的交由该镇办理。', 'Import people of your own villages only; those of another town are that town’s to import.'),
  'double-code': say('编码在文件中重复', 'The same code twice in the file', '查对两行，改正或删除其中一行。', 'Compare both rows and correct or delete one of them.'),
  'double-id': say('身份号码在文件中重复', 'The same identity number twice in the file', '查验证件：是同一人的保留一行，不是同一人的更正号码。', 'Look at the cards: of one person keep one row; of two, correct the number.'),
  'code-known': say('编码已在登记册中', 'The code is in the register already', '已登记的人员不再导入；号段冲突的，改用未用过的编码。', 'Who is registered is not imported again; where two people share a code, give an unused one.'),
  'id-known': say('身份号码已在登记册中', 'The identity number is in the register already', '此人已登记，删除该行；迁入本村居的，走信息更正。', 'The person is registered: delete the row. Who moved in is handled as a correction.'),
};

const byCheck = new Map(checks.map(({ id, title, remedy }) => [id, { title, remedy }]));

/** The words of a problem; a code nobody knows is shown as it stands. */
export const problemSaid = (code: string): Said => problemWords[code] ?? byCheck.get(code) ?? say(code, code, '', '');

/** Why a file is not read at all. */
export const refusals = {
  'empty': say('文件是空的，或没有数据行', 'The file is empty, or has no rows', '检查是否选错了文件；第一行应为列名，以下为数据。', 'See whether it is the right file: column names in the first row, data below.'),
  'too-large': say('文件太大', 'The file is too large', '一次最多20万行、64 MB；请按村居拆成几个文件。', 'At most 200,000 rows and 64 MB at a time: split it by village.'),
  'bomb': say('文件展开后大得不合常理，已拒绝', 'The file unfolds to an unreasonable size and was refused', '在表格软件中打开原表，只复制数据到新工作簿后另存。', 'Open the table, copy the data alone into a new workbook and save that.'),
  'not-a-table': say('这不是 .xlsx 或 .csv 表格', 'This is no .xlsx or .csv table', '在表格软件中另存为“Excel 工作簿 (.xlsx)”或“CSV”。', 'Save it as an Excel workbook (.xlsx) or as CSV.'),
  'old-or-locked': say('旧版 .xls 或设了打开密码的文件读不了', 'An old .xls, or a file locked with a password', '打开后另存为不带密码的“Excel 工作簿 (.xlsx)”。', 'Open it and save it as an Excel workbook (.xlsx) without a password.'),
  'broken': say('文件已损坏或不完整', 'The file is damaged or incomplete', '重新导出或复制一份完整的文件再上传。', 'Export or copy it anew, whole, and upload that.'),
  'macros': say('文件带有宏，已拒绝', 'The file carries macros and was refused', '另存为不含宏的“Excel 工作簿 (.xlsx)”。', 'Save it as an Excel workbook without macros (.xlsx).'),
  'doctype': say('文件里有外部定义，已拒绝', 'The file holds foreign definitions and was refused', '在表格软件中打开后另存为新的 .xlsx。', 'Open it in a spreadsheet program and save it as a new .xlsx.'),
  'formula': say('表中有公式，已拒绝', 'The table holds formulas and was refused', '全选后“选择性粘贴—数值”，再保存上传。', 'Select all, paste as values, save and upload again.'),
  'merged': say('表中有合并单元格，无法确定每行内容', 'The table has merged cells: nobody can tell what belongs to which row', '取消合并，每个单元格填写完整，列名只占一行。', 'Unmerge them and fill in every cell; column names take one row.'),
  'too-many-columns': say('列太多', 'Too many columns', '最多200列；删除空白列和无关的列。', 'At most 200: delete empty and unrelated columns.'),
  'no-header': say('第一行不是列名', 'The first row holds no column names', '第一行应为列名（如“姓名”“编码”），不得是标题、数字或空行，也不得重名。', 'The first row should hold the names of the columns, such as “Name” or “Code”: no title, numbers, empty cells only, and no name twice.'),
  'encoding': say('文字编码读不了', 'The text is in no encoding we read', '另存为“CSV UTF-8”或中文 Windows 的 CSV（GB18030）。', 'Save it as CSV UTF-8, or as the CSV of Chinese Windows (GB18030).'),
  'other-columns': say('不是本系统下载的工作簿，或第一行的列名被改动', 'Not a workbook downloaded here, or its first row was changed', '重新下载工作簿，把所填内容转过去；不要改动第一行，也不要删除列。', 'Download it anew and copy your entries over; leave the first row alone and delete no columns.'),
  'several-sheets': say('找不到有数据的工作表', 'No worksheet with data', '把数据放在第一个可见的工作表中。', 'Put the data on the first visible worksheet.'),
} as const satisfies Readonly<Record<string, Said>>;
export type Refusal = keyof typeof refusals;
