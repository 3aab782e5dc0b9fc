/** A clerk with a spreadsheet program: opens a workbook, types into its cells by the names of the columns, and saves it. */
import exceljs from 'exceljs';

export type Book = {
  readonly sheet: exceljs.Worksheet; readonly all: exceljs.Workbook;
  /** Rows of records, from 1. */
  readonly count: number;
  read(row: number, header: string): string;
  type(row: number, typed: Readonly<Record<string, exceljs.CellValue>>): void;
  cell(row: number, header: string): exceljs.Cell;
  save(): Promise<Buffer>;
};

export const openBook = async (file: Buffer): Promise<Book> => {
  const all = new exceljs.Workbook();
  await all.xlsx.load(file as unknown as ArrayBuffer);
  const [sheet] = all.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet.');
  const headers = Array.from(sheet.getRow(1).values as exceljs.CellValue[], String);
  const cell = (row: number, header: string): exceljs.Cell => {
    const at = headers.findIndex((one) => one === header || one.startsWith(`${header} `));
    if (at < 1) throw new Error(`There is no column ${header}.`);
    return sheet.getRow(row + 1).getCell(at);
  };
  return {
    sheet, all, cell, count: sheet.rowCount - 1,
    read: (row, header) => cell(row, header).text,
    type: (row, typed) => { for (const [header, value] of Object.entries(typed)) cell(row, header).value = value; },
    save: async () => Buffer.from(await all.xlsx.writeBuffer()),
  };
};

export const SAME = { 本期结果: '核实一致', 核实日期: '2026-11-23', 核实方式: '入户' } as const;
export const CHANGE = { 本期结果: '提出更正', 核实日期: '2026-11-23', 核实方式: '入户', 变动发生日期: '2026-11-20', '佐证材料·材料种类': '居住证明', '佐证材料·编号或存放位置': '居住证明第17号', '佐证材料·查验日期': '2026-11-23' } as const;
