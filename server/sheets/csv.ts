/** CSV as Excel reads it: UTF-8 with its mark, and at the end one line that says who took it. */
import { BOM, csvLine, markLine } from '../../workflows/office/tables.ts';
import type { Sheet } from './sheet.ts';

export async function* writeCsv({ lang, header, batches, marks }: Sheet): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BOM + csvLine(header));
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    yield Buffer.from(batch.map(csvLine).join(''));
  }
  yield Buffer.from(csvLine([markLine(marks(rows), lang)]));
}
