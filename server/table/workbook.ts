/** A workbook's first visible sheet: where it lies in the archive, and its shared words. */
import { Refused } from './refused.ts';
import { readWords } from './words.ts';
import type { Words } from './words.ts';
import { attribute, xmlReader } from './xml.ts';
import type { Parts } from './zip.ts';

export type Workbook = { readonly sheet: string; readonly words: Words | null; readonly counts1904: boolean };

/** Every mark of a small part. */
const marksOf = async (parts: Parts, name: string, see: (mark: string, inside: string) => void): Promise<void> => {
  const reader = xmlReader({ open: see, close: () => undefined, text: () => undefined });
  for await (const piece of parts.text(name)) reader.write(piece);
  reader.end();
};

const MACROS = /macroEnabled|vbaProject|\.bin$/i;
/** Paths of relations begin at the folder of the workbook, or at the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`).replaceAll('/./', '/');

/** Refuses macros and what is no workbook. `sheetNamed`: that one instead of the first. */
export const readWorkbook = async (parts: Parts, sheetNamed?: string): Promise<Workbook> => {
  if (!parts.names.has('[content_types].xml') || !parts.names.has('xl/workbook.xml')) throw new Refused('not-a-table');
  if ([...parts.names].some((name) => /vbaproject|^xl\/macrosheets\//.test(name))) throw new Refused('macros');
  await marksOf(parts, '[Content_Types].xml', (_mark, inside) => { if (MACROS.test(attribute(inside, 'ContentType') ?? '')) throw new Refused('macros'); });
  const sheets: string[] = [];
  let counts1904 = false;
  await marksOf(parts, 'xl/workbook.xml', (mark, inside) => {
    if (mark === 'workbookPr') counts1904 = ['1', 'true'].includes(attribute(inside, 'date1904') ?? '');
    if (mark !== 'sheet' || (sheetNamed === undefined ? (attribute(inside, 'state') ?? 'visible') !== 'visible' : attribute(inside, 'name') !== sheetNamed)) return;
    sheets.push(attribute(inside, 'r:id') ?? /\s\w+:id="([^"]+)"/.exec(inside)?.[1] ?? '');
  });
  const targets = new Map<string, string>();
  let words: string | null = null;
  await marksOf(parts, 'xl/_rels/workbook.xml.rels', (mark, inside) => {
    if (mark !== 'Relationship') return;
    const target = pathOf(attribute(inside, 'Target') ?? '');
    targets.set(attribute(inside, 'Id') ?? '', target);
    if ((attribute(inside, 'Type') ?? '').endsWith('/sharedStrings')) words = target;
  });
  const sheet = targets.get(sheets[0] ?? '');
  if (sheet === undefined || !parts.names.has(sheet.toLowerCase())) throw new Refused('several-sheets');
  return { sheet, words: words === null ? null : await readWords(parts, words), counts1904 };
};
