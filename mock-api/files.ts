/** Files in the mock: the server's dialect and its refusals, kept in memory as they came. */
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Handler, Request, Response } from 'json-server';
import { isUnseen } from '../workflows/kit/blind.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Text } from '../workflows/kit/words.ts';
import { fileKinds, formatOf, kindOfFormat } from '../workflows/office/files/kinds.ts';
import { officeName } from '../workflows/office/files/names.ts';
import { watchPdf } from '../workflows/office/files/pdf.ts';
import { fileRefusals } from '../workflows/office/files/refusals.ts';
import type { FileRefusal } from '../workflows/office/files/refusals.ts';
import type { Mock } from './office.ts';
import { langOf } from './session.ts';
import type { MockFile } from './store.ts';

const MOST = 25_000_000;
const notFound = (response: Response) => response.status(404).json({ reason: 'not-found' });
const view = ({ id, name, type, content }: MockFile) => ({ id, name, type, bytes: content.length, thumbnail: type === fileKinds.picture.type });

const refusalOf = (content: Buffer): FileRefusal | null => {
  if (content.length === 0) return 'empty';
  if (content.length > MOST) return 'too-large';
  const format = formatOf(content);
  if (format !== 'pdf') return format === null ? 'kind' : null;
  const pdf = watchPdf();
  pdf.see(content);
  return pdf.found();
};

const refuse = (request: Request, response: Response, why: FileRefusal) => {
  const said: Text = fileRefusals[why];
  return response.status(why === 'too-large' ? 413 : 422).json({ reason: 'refused', why: [why], errors: { file: said[langOf(request)] } });
};

const nameOf = ({ headers }: Request): string => {
  try {
    return decodeURIComponent(String(headers['x-file-name'] ?? ''));
  } catch {
    return '';
  }
};

const serve = (response: Response, { name, type, content }: MockFile) => response.status(200).set('Content-Type', type).set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  .set('Content-Security-Policy', "sandbox; default-src 'none'").set('X-Content-Type-Options', 'nosniff').send(Buffer.from(content));

/** A case as far as the person may read it. */
type Sees = (person: string, workflow: string, id: string) => { readonly workflow: Workflow; readonly one: Case } | null;

export const makeFileRoutes = ({ store }: Mock, sees: Sees) => {
  /** What nobody else sees of a mark yet holds for its files. */
  const isHidden = (person: string, { workflow, one }: NonNullable<ReturnType<Sees>>, version: number): boolean =>
    store.log.some((row) => row.case === one.id && row.version === version && isUnseen(workflow, one, row, person));

  const bring = async (person: string, request: Request, response: Response) => {
    const content = await buffer(request);
    const why = refusalOf(content);
    const format = formatOf(content);
    if (why || !format) return refuse(request, response, why ?? 'kind');
    const kind = kindOfFormat(format);
    const file: MockFile = { id: `f${randomBytes(12).toString('hex')}`, person, name: officeName(nameOf(request), kind), type: fileKinds[kind].type, content };
    store.files.push(file);
    return response.status(201).json(view(file));
  };

  /** `/api/files`, `/api/files/<id>`, `…/content`, `…/thumbnail`. */
  const mine = (person: string): Handler => (request, response) => {
    const [id = '', part] = request.path.replace(/^\//, '').split('/');
    if (id === '') return request.method === 'POST' ? bring(person, request, response) : notFound(response);
    const file = store.files.find((one) => one.id === id && one.person === person);
    const named = store.attachments.some((one) => one.file === id);
    if (!file || (request.method === 'DELETE' && named)) return notFound(response);
    if (request.method !== 'DELETE') return part === undefined ? response.json(view(file)) : serve(response, file);
    store.files = store.files.filter((one) => one !== file);
    return response.status(204).end();
  };

  /** `/api/<workflow>/<id>/files`, and one of them. */
  const ofCase = (person: string): Handler => (request, response) => {
    const { workflow = '', id = '', file } = request.params;
    const seen = sees(person, workflow, id);
    if (!seen) return notFound(response);
    const found = store.attachments.filter((one) => one.case === id && (file === undefined || one.file === file) && !isHidden(person, seen, one.version))
      .flatMap(({ file: of, field, version }) => store.files.filter((one) => one.id === of).map((one) => ({ one, field, version })));
    if (file === undefined) return response.set('Content-Range', `files ${found.length === 0 ? '*' : `0-${found.length - 1}`}/${found.length}`).json(found.map(({ one, field, version }) => ({ ...view(one), field, version })));
    return found[0] ? serve(response, found[0].one) : notFound(response);
  };
  return { mine, ofCase };
};
