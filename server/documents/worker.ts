/** A thread that sets one paper: fonts of ten megabytes are read and glyphs cut while the office goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeDocx } from './docx.ts';
import { missingGlyphs } from './fonts.ts';
import type { Made, Task } from './make-document.ts';
import { setStraight, wordsOn } from './paper.ts';
import { writePdf } from './pdf.ts';

const make = async ({ paper: given, format }: Task): Promise<Made> => {
  const paper = setStraight(given);
  // Word falls back to another font of its own; what is printed by us has to be whole.
  const missing = format === 'pdf' ? missingGlyphs(wordsOn(paper)) : [];
  if (missing.length > 0) return { ok: false, missing };
  return { ok: true, bytes: format === 'pdf' ? await writePdf(paper) : await writeDocx(paper) };
};

parentPort?.postMessage(await make(workerData as Task), []);
