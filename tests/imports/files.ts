/** Tables as people bring them: a workbook as Excel writes one, with shared strings, and comma-separated text. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import exceljs from 'exceljs';

type Rows = Iterable<readonly unknown[]>;

/** Shared strings, as Excel has them. */
export const writeXlsx = async (path: string, rows: Rows): Promise<void> => {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: false });
  const sheet = book.addWorksheet('名册');
  for (const row of rows) sheet.addRow([...row]).commit();
  sheet.commit();
  await book.commit();
};

const quoted = (value: unknown): string => { const text = String(value); return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };

export const csvText = (rows: Rows): string => [...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

export const writeCsv = async (path: string, rows: Rows): Promise<void> => {
  const file = createWriteStream(path);
  for (const row of rows) if (!file.write(`${row.map(quoted).join(',')}\r\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
};
