/** Looks at a PDF as it goes by: that it ends as one, and that nothing in it acts by itself as far as it can be read. */

/** Names under which a PDF runs scripts, starts programs, sends forms or carries other files. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)\b/;
const OVERLAP = 32;
const END_WITHIN = 1_024;

export type PdfWatch = { see(piece: Uint8Array): void; found(): 'active' | 'broken' | null };

/** What stands in packed streams is not seen: the answer that serves the file does the rest. */
export const watchPdf = (): PdfWatch => {
  const decoder = new TextDecoder('latin1');
  let tail = '';
  let active = false;
  return {
    see: (piece) => {
      const text = tail.slice(-OVERLAP) + decoder.decode(piece);
      // `#4a` may stand for a letter of a name.
      active ||= ACTIVE.test(text) || (text.includes('#') && ACTIVE.test(text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))));
      tail = (tail + text.slice(-END_WITHIN)).slice(-END_WITHIN);
    },
    found: () => (active ? 'active' : tail.includes('%%EOF') ? null : 'broken'),
  };
};
