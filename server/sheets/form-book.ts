/** A workbook to be filled in: locked cells beside open ones, lists to choose from, instructions, and at the end what is hidden. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Lang, Text } from '../../workflows/kit/words.ts';
import { RESULT } from '../../workflows/office/workbook/columns.ts';
import type { BookColumn, TypedColumn } from '../../workflows/office/workbook/columns.ts';
import type { Cells } from '../../workflows/office/workbook/read-row.ts';
import { faultWords, sheetWords } from '../../workflows/office/workbook/words.ts';
import { STYLE, styles } from './form-styles.ts';
import { escaped, HEAD, letterOf, MAIN, nameOf, openPackage } from './package.ts';
import { cellOf, closing, footerOf, lineOf, opening, rowOf } from './xlsx.ts';

export type FormBook = {
  readonly lang: Lang; readonly columns: readonly BookColumn[]; readonly rows: readonly Cells[];
  /** What stands in the names of hidden columns beside their words. */
  readonly subject: string;
  readonly instructions: readonly Text[]; readonly marks: readonly (readonly [string, string])[];
};

/** Columns that stay in sight: who it is. */
const FROZEN = 2;
const TOGETHER = 100;
const HEADER_HEIGHT = 48;
const ROW_HEIGHT = 20;
const TEXT_WIDTH = 76;
const LINE_HEIGHT = 17;
/** Of what Excel shows beside a cell, and what it says of a wrong one. */
const LONGEST_PROMPT = 250;

const typed = (columns: readonly BookColumn[]): { column: TypedColumn; at: string }[] => columns.flatMap((column, i) => (column.kind === 'typed' ? [{ column, at: letterOf(i) }] : []));
const withLists = (columns: readonly BookColumn[]): { column: TypedColumn; at: string }[] => typed(columns).filter(({ column }) => column.info.options.length > 0);

/** What the first row says of a column: hidden ones name whose file it is. */
export const headerOf = (column: BookColumn, lang: Lang, subject: string): string => (column.kind === 'hidden' ? `${column.label[lang]} ${subject}` : column.label[lang]);

const styleOf = (column: BookColumn): number => (column.kind !== 'typed' ? STYLE.locked : column.info.input === 'date' ? STYLE.day : STYLE.open);
const headStyleOf = (column: BookColumn): number => (column.kind === 'typed' ? (column.key === RESULT ? STYLE.headResult : STYLE.headOpen) : STYLE.head);
const WIDTH = { code: 22, title: 12, case: 4 } as const;
const widthOf = (column: BookColumn, lang: Lang): number => {
  const known: Readonly<Record<string, number>> = WIDTH;
  if (known[column.key]) return known[column.key] ?? 12;
  if (column.kind === 'shown') return /address/i.test(column.key) ? 26 : /(?:Number|account|Unit)$/i.test(column.key) ? 22 : 14;
  if (column.kind === 'hidden') return 10;
  const longest = Math.max(0, ...column.info.options.map(({ label }) => label[lang].length));
  return Math.min(30, Math.max(14, longest * (lang === 'zh' ? 2 : 1) + 4));
};
const colsOf = ({ columns, lang }: FormBook): string =>
  `<cols>${columns.map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column, lang)}" style="${styleOf(column)}"${column.kind === 'hidden' ? ' hidden="1"' : ''} customWidth="1"/>`).join('')}</cols>`;

const openingOf = (book: FormBook): string => {
  const first = `${letterOf(FROZEN)}2`;
  const pane = `<pane xSplit="${FROZEN}" ySplit="1" topLeftCell="${first}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${first}" sqref="${first}"/>`;
  const header = book.columns.map((column, i) => cellOf(headerOf(column, book.lang, book.subject), `${letterOf(i)}1`, ` s="${headStyleOf(column)}"`)).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${ROW_HEIGHT}" customHeight="1"/>${colsOf(book)}<sheetData><row r="1" ht="${HEADER_HEIGHT}" customHeight="1">${header}</row>`;
};

/** Empty open cells are written too: what is not there would be locked. */
const formRow = ({ columns }: FormBook, cells: Cells, n: number): string => `<row r="${n}">${columns.map((column, i) => {
  const [at, style] = [`${letterOf(i)}${n}`, ` s="${styleOf(column)}"`];
  return cellOf(cells[column.key] ?? '', at, style) || `<c r="${at}"${style}/>`;
}).join('')}</row>`;

const shortened = (text: string): string => escaped(text.slice(0, LONGEST_PROMPT));
/** What may stand in a column, and what is said beside its cells. */
const validationOf = ({ lang, rows }: FormBook, { column, at }: { column: TypedColumn; at: string }, list: string): string => {
  const { info, label } = column;
  const cells = `${at}2:${at}${rows.length + 1}`;
  const prompt = info.help ? ` showInputMessage="1" promptTitle="${escaped(label[lang].slice(0, 32))}" prompt="${shortened(info.help[lang])}"` : '';
  const rule = (type: string, error: Text, formulas: string): string =>
    `<dataValidation type="${type}" allowBlank="1" showErrorMessage="1" errorTitle="${escaped(label[lang].slice(0, 32))}" error="${shortened(error[lang])}"${prompt} sqref="${cells}">${formulas}</dataValidation>`;
  if (info.options.length > 0) return rule('list', faultWords.choose(info.options.map((one) => one.label)), `<formula1>${list}</formula1>`);
  if (info.input === 'date') return rule('date" operator="between', faultWords.day, '<formula1>1</formula1><formula2>73050</formula2>');
  return prompt && `<dataValidation allowBlank="1"${prompt} sqref="${cells}"/>`;
};

const closingOf = (book: FormBook): string => {
  const lists = withLists(book.columns);
  const listName = nameOf(sheetWords.lists[book.lang]);
  const listOf = ({ column, at }: { column: TypedColumn; at: string }): string => { const letter = letterOf(lists.findIndex((one) => one.at === at)); return `'${listName}'!$${letter}$2:$${letter}$${column.info.options.length + 1}`; };
  const rules = typed(book.columns).map((one) => validationOf(book, one, listOf(one))).filter((rule) => rule !== '');
  const seen = letterOf(book.columns.filter(({ kind }) => kind !== 'hidden').length - 1);
  return `</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/><autoFilter ref="A1:${seen}${book.rows.length + 1}"/>` +
    `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations><pageSetup orientation="landscape" paperSize="9"/>${footerOf(lineOf(book.marks))}</worksheet>`;
};

/** The columns of the hidden sheet: the name, then what may be chosen. */
const listRows = ({ columns, lang }: FormBook): string[][] => {
  const lists = withLists(columns).map(({ column }) => [column.label[lang], ...column.info.options.map(({ label }) => label[lang])]);
  return Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, n) => lists.map((list) => list[n] ?? ''));
};

/** As high as its lines: not every program works that out. */
const textRow = (cells: readonly string[], n: number): string => {
  const wide = Math.max(...cells.map((cell) => cell.replace(/[^ -\u00ff]/g, '  ').length));
  const height = Math.ceil((wide + 4) / TEXT_WIDTH) * LINE_HEIGHT;
  return `<row r="${n}" ht="${height}" customHeight="1">${cells.map((cell, i) => cellOf(cell, `${letterOf(i)}${n}`, ` s="${STYLE.text}"`)).join('')}</row>`;
};

/** The records come first: the first sheet is the one that is read again. */
export async function* writeFormBook(book: FormBook): AsyncGenerator<Uint8Array> {
  const { lang, rows, instructions, marks } = book;
  const mark = lineOf(marks);
  const file = openPackage();
  const records = file.begin({ name: nameOf(sheetWords.records[lang]) });
  records.push(openingOf(book));
  for (let n = 0; n < rows.length; n += TOGETHER) {
    records.push(rows.slice(n, n + TOGETHER).map((cells, i) => formRow(book, cells, n + i + 2)).join(''));
    yield file.taken();
    await turn();
  }
  records.end(closingOf(book));
  const told = [...instructions.map((text, i): [string, string] => [String(i + 1), text[lang]]), ...marks];
  file.begin({ name: nameOf(sheetWords.instructions[lang]) }).end(opening([12, TEXT_WIDTH], false) + told.map((cells, i) => textRow(cells, i + 1)).join('') + closing(mark));
  file.begin({ name: nameOf(sheetWords.lists[lang]), hidden: true }).end(opening([], false).replace('<cols></cols>', '') + listRows(book).map((cells, i) => rowOf(cells, i + 1)).join('') + closing(mark));
  yield file.end(styles);
}
