/** Brings a file to the server and tells how far it is: the one request that `fetch` cannot watch. */
import { HttpError } from 'react-admin';
import type { Lang } from '../../workflows/kit/words.ts';
import { failureOf, fileHeaders } from './client.ts';
import type { FileRecord } from './records.ts';

/** `progress` hears of the share that has left, from 0 to 1. */
export type Watched = { readonly signal?: AbortSignal; readonly progress?: (share: number) => void };
export type Upload = (file: File, watched?: Watched) => Promise<FileRecord>;

const headersOf = (request: XMLHttpRequest): Headers => new Headers(request.getAllResponseHeaders().trim().split(/\r?\n/).flatMap((line): [string, string][] => {
  const at = line.indexOf(':');
  return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trim()]] : [];
}));

export const makeUpload = (base: string, lang: () => Lang): Upload => (file, { signal, progress } = {}) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('POST', `${base}/files`);
  for (const [name, value] of Object.entries(fileHeaders(lang(), file))) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0));
  request.addEventListener('load', () => {
    if (request.status === 201) resolve(JSON.parse(request.responseText) as FileRecord);
    else reject(failureOf(lang(), request.status, headersOf(request), request.responseText));
  });
  request.addEventListener('error', () => reject(new HttpError('problem.offline', 0, {})));
  request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  signal?.addEventListener('abort', () => request.abort());
  request.send(file);
});
