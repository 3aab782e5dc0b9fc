/** The simple-rest dialect for reading; one verb of our own, sendEvent, for everything that changes a case. */
import simpleRest from 'ra-data-simple-rest';
import { useDataProvider, type DataProvider, type GetListParams, type GetListResult } from 'react-admin';
import type { Description } from '../../workflows/kit/describe.ts';
import type { EvidenceView } from '../../workflows/kit/evidence.ts';
import type { PictureView } from '../../workflows/kit/picture.ts';
import type { ReportView } from '../../workflows/kit/report-view.ts';
import type { Data, EventName, Instant, Lang, Register } from '../../workflows/kit/words.ts';
import type { Client, Options } from './client.ts';
import type { Upload, Watched } from './upload.ts';
import type { AttachedRecord, BulkJob, BulkResult, CaseFile, CaseRecord, Change, CheckRunRecord, Disclosed, DraftRecord, FileFault, FileRecord, FileRow, FindingCounts, FindingRecord, ImportRecord, InboxCount, LedgerLine, LogRow, MessageRecord, NotificationRecord, OfficeRecord, PaperRecord, PhrasesRecord, ReachRecord, ReachToKeep, RegisterEntry, RotationRecord, SharesRecord, SittingRecord, SittingSummary, TakenFile, UnitRecord, UrgeRecord, UrgesRecord, WorkbookKind, WorkbookRecord, WorkbookRowRecord } from './records.ts';

/** `id` is the sender's: the same event sent twice is answered once. */
export type EventToSend = { readonly id: string; readonly type: EventName; readonly data: Data; readonly version: number };
export type CaseToOpen = { readonly id: string; readonly unit: string; readonly data: Data };
export type ToReveal = { readonly fields: readonly string[]; readonly reason: string };
/** One form for many cases, named or found by a filter; `dryRun` only tells what would come of it. */
export type BulkToStart = { readonly id: string; readonly type: EventName; readonly data: Data; readonly dryRun: boolean } & ({ readonly ids: readonly string[] } | { readonly filter: Data });
export type PictureAsked = Pick<PictureView, 'from' | 'to' | 'unit'>;
/** A list as a file, with the reason that is logged. */
export type ToTake = { readonly filter: Data; readonly sort: readonly [string, string]; readonly format: 'xlsx' | 'csv'; readonly reason: string };
export type PaperFormat = 'docx' | 'pdf';
/** A report as a file; `round`: one that was signed earlier. */
export type PaperWanted = { readonly round: number | null; readonly format: PaperFormat; readonly lang: Lang };
/** New keys of these kinds. */
export type ToRotate = { readonly id: string; readonly kinds: readonly ('data' | 'index')[]; readonly reason: string };
/** Results of one kind or of both, from one to another. */
export type ResultsWanted = { readonly result?: BulkResult['result']; readonly from: number; readonly to: number };
/** One case as it was looked at, or all that are clean with a form for each kind. */
export type ToSign = { readonly case: string; readonly act: 'sign' | 'back'; readonly version: number; readonly data: Data } | { readonly clean: true; readonly forms: Readonly<Record<string, Data>> };
type Signalled = { readonly signal?: AbortSignal | undefined };
type Answered<T> = Promise<{ data: T }>;
export type Casework = DataProvider & {
  sendEvent: (workflow: string, id: string, event: EventToSend) => Answered<CaseRecord>;
  startBulk: (workflow: string, bulk: BulkToStart) => Answered<BulkJob>;
  getBulk: (id: string, wanted: ResultsWanted, options?: Signalled) => Answered<BulkJob & { readonly results: readonly BulkResult[] }>;
  getBulks: (options?: Signalled) => Answered<readonly BulkJob[]>;
  openCase: (workflow: string, opening: CaseToOpen) => Answered<CaseRecord>;
  /** A table to be loaded into the register. */
  sendFile: (path: 'imports', file: File) => Answered<ImportRecord>;
  /** A picture or PDF for a form; `progress` hears of the share that has left. */
  uploadFile: (file: File, watched?: Watched) => Answered<FileRecord>;
  /** A file of one's own; 404 where it was not sent in time. */
  getMyFile: (id: string, options?: Signalled) => Answered<FileRecord>;
  takeFileBack: (id: string) => Answered<unknown>;
  getFiles: (workflow: string, id: string, options?: Signalled) => Answered<readonly AttachedRecord[]>;
  /** What lies at an address of the server. */
  getBytes: (address: string, options?: Signalled) => Answered<Blob>;
  getImports: (options?: Signalled) => Answered<readonly ImportRecord[]>;
  getImport: (id: string, options?: Signalled) => Answered<ImportRecord>;
  getFirstRows: (id: string, options?: Signalled) => Answered<readonly FileRow[]>;
  getFaults: (id: string, count: number, options?: Signalled) => Answered<readonly FileFault[]>;
  moveImport: (id: string, step: 'check' | 'load' | 'undo' | 'discard', body?: Data) => Answered<ImportRecord>;
  /** The records of a parent that still wait, to be filled in offline. */
  takeWorkbook: (workflow: string, id: string, reason: string) => Answered<{ readonly name: string; readonly file: Blob }>;
  sendWorkbook: (file: File) => Answered<WorkbookRecord>;
  getWorkbooks: (parent: string, options?: Signalled) => Answered<readonly WorkbookRecord[]>;
  getWorkbook: (id: string, options?: Signalled) => Answered<WorkbookRecord>;
  getWorkbookRows: (id: string, kind: WorkbookKind, count: number, options?: Signalled) => Answered<readonly WorkbookRowRecord[]>;
  moveWorkbook: (id: string, step: 'apply' | 'discard', body?: Data) => Answered<WorkbookRecord>;
  /** `place`: workflow, case (`new` of an opening) and event, with slashes between. */
  getDraft: (place: string) => Answered<DraftRecord | null>;
  putDraft: (place: string, draft: Pick<DraftRecord, 'data' | 'version'> & { readonly unit: string }, leaving: boolean) => Answered<Pick<DraftRecord, 'savedAt'> | null>;
  dropDraft: (place: string) => Answered<unknown>;
  getUrges: (workflow: string, id: string, options?: Signalled) => Answered<UrgesRecord>;
  urge: (workflow: string, id: string, asked: { readonly id: string; readonly words?: string }) => Answered<UrgeRecord>;
  getLog: (workflow: string, id: string, options?: Signalled) => Answered<LogRow[]>;
  getWorkflow: (name: string, options?: Signalled) => Answered<Description>;
  /** Values of masked fields, once; the reading is logged with its reason. */
  reveal: (resource: string, id: string, asked: ToReveal) => Answered<Record<string, string>>;
  takeAway: (resource: string, asked: ToTake) => Answered<{ readonly name: string; readonly file: Blob }>;
  /** The file that goes out of a case. */
  takeFile: (workflow: string, id: string, asked: Pick<ToTake, 'format' | 'reason'>) => Answered<{ readonly name: string; readonly file: Blob }>;
  /** The file that answers a case: read and kept, nothing is booked. */
  bringFile: (workflow: string, id: string, file: File) => Answered<TakenFile>;
  getExchanged: (workflow: string, id: string, options?: Signalled) => Answered<readonly CaseFile[]>;
  disclose: (workflow: string, quarter: string) => Answered<Disclosed>;
  takeDisclosed: (workflow: string, quarter: string, format: ToTake['format']) => Answered<{ readonly name: string; readonly file: Blob }>;
  /** Of one unit alone where it is named. */
  getPicture: (asked: PictureAsked, options?: Signalled) => Answered<PictureView>;
  getLedger: (options?: Signalled) => Answered<readonly LedgerLine[]>;
  /** Several entries, each as by itself; with what its fields `was` before the changes since. */
  getRecords: (register: Register, ids: readonly string[], since: Instant) => Answered<(RegisterEntry & { readonly was: Data })[]>;
  getHistory: (resource: string, id: string, options?: Signalled) => Answered<Change[]>;
  getInboxCounts: (options?: Signalled) => Answered<InboxCount[]>;
  getUnread: (options?: Signalled) => Answered<{ readonly unread: number }>;
  getNotifications: (options?: Signalled) => Answered<readonly NotificationRecord[]>;
  seeNotifications: (keys: readonly string[]) => Answered<{ readonly unread: number }>;
  getReach: (options?: Signalled) => Answered<ReachRecord>;
  keepReach: (reach: ReachToKeep) => Answered<ReachRecord>;
  getMessages: (options?: Signalled) => Answered<readonly MessageRecord[]>;
  sendAgain: (id: string) => Answered<unknown>;
  getUnits: (options?: Signalled) => Answered<UnitRecord[]>;
  getUnitsBeside: (unit: string, options?: Signalled) => Answered<UnitRecord[]>;
  getOffice: (options?: Signalled) => Answered<OfficeRecord>;
  getRotations: (options?: Signalled) => Answered<readonly RotationRecord[]>;
  rotateKeys: (asked: ToRotate) => Answered<RotationRecord>;
  getFindingCounts: (options?: Signalled) => Answered<FindingCounts>;
  sayOfFinding: (id: string, act: 'suppress' | 'reopen', reason: string) => Answered<FindingRecord>;
  getCheckRuns: (options?: Signalled) => Answered<readonly CheckRunRecord[]>;
  startCheckRun: () => Answered<CheckRunRecord>;
  getShares: (workflow: string, id: string, options?: Signalled) => Answered<readonly SharesRecord[]>;
  getReport: (workflow: string, id: string, round: number | null, options?: Signalled) => Answered<ReportView>;
  takePoster: (workflow: string, id: string, wanted: Pick<PaperWanted, 'format' | 'lang'>) => Answered<{ readonly name: string; readonly file: Blob }>;
  takeReport: (workflow: string, id: string, wanted: PaperWanted) => Answered<{ readonly name: string; readonly file: Blob }>;
  beginSitting: (id: string, password: string) => Answered<SittingRecord>;
  getSittings: (options?: Signalled) => Answered<readonly SittingSummary[]>;
  getSitting: (id: string, options?: Signalled) => Answered<SittingRecord>;
  confirmSitting: (id: string, password: string) => Answered<SittingRecord>;
  signInSitting: (id: string, asked: ToSign) => Answered<SittingRecord>;
  getPhrases: (options?: Signalled) => Answered<PhrasesRecord>;
  keepPhrases: (own: readonly string[]) => Answered<PhrasesRecord>;
  /** What stands beside a case for whoever judges it. */
  getEvidence: (workflow: string, id: string, options?: Signalled) => Answered<EvidenceView>;
  /** The papers that may be made of a case as it stands, and one of them as a file. */
  getPapers: (workflow: string, id: string, options?: Signalled) => Answered<readonly PaperRecord[]>;
  takePaper: (workflow: string, id: string, wanted: { readonly name: string; readonly format: string; readonly lang: Lang }) => Answered<{ readonly name: string; readonly file: Blob }>;
};

/** Words typed into a search may be somebody's name: they travel in a body, never in an address that gets logged. */
const PERSONAL = ['q', 'name', 'idNumber'];

const totalOf = (headers: Headers): number => Number(headers.get('Content-Range')?.split('/').at(-1));

const getList = (client: Client) => async (resource: string, { pagination, sort, filter, signal }: GetListParams): Promise<GetListResult> => {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const { field, order } = sort ?? { field: 'id', order: 'ASC' };
  const asked = { filter: (filter ?? {}) as Data, range: [(page - 1) * perPage, page * perPage - 1], sort: [field, order] };
  const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, JSON.stringify(value)]));
  const { json, headers } = PERSONAL.some((key) => key in asked.filter)
    ? await client(`${resource}/search`, { method: 'POST', body: asked, signal })
    : await client(`${resource}?${query}`, { signal });
  return { data: json as GetListResult['data'], total: totalOf(headers), meta: { estimated: headers.get('X-Total-Estimated') === 'true' } };
};

/** A row of the log on the wire. The clock has no name. */
type SentRow = Omit<LogRow, 'by' | 'name' | 'form'> & { readonly actor: string; readonly name: string | null; readonly data: Data };
const logRowOf = ({ actor, name, data, ...row }: SentRow): LogRow => ({ ...row, by: actor, name: name ?? '', form: data });

const inAddress = (place: string): string => place.split('/').map(encodeURIComponent).join('/');

const notSo = (verb: string) => (): Promise<never> => Promise.reject(new Error(`A case is changed by an event only: ${verb} is never sent`));

const paths = (base: string, client: Client) => (url: string, options: { method?: string; body?: unknown; signal?: AbortSignal | null } = {}) =>
  client(url.slice(base.length + 1), { ...(options.method && { method: options.method }), ...(options.signal && { signal: options.signal }) });

/** Without a watch on how far it is. */
const plainUpload = (client: Client): Upload => async (file, watched) => (await client('files', { method: 'POST', file, signal: watched?.signal })).json as FileRecord;

export const makeDataProvider = (client: Client, upload = plainUpload(client)): Casework => {
  const ask = async <T>(path: string, options?: Options): Answered<T> => ({ data: (await client(path, options)).json as T });
  const asFile = async (path: string, options: Options, otherwise: string): Answered<{ readonly name: string; readonly file: Blob }> => {
    const { headers, file = new Blob() } = await client(path, { ...options, asFile: true });
    return { data: { file, name: /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? otherwise } };
  };
  const at = (resource: string, id: string, rest: string): string => `${resource}/${encodeURIComponent(id)}/${rest}`;
  return {
    ...simpleRest('/api', paths('/api', client)),
    getList: getList(client),
    getManyReference: (resource, { target, id, filter, ...params }) => getList(client)(resource, { ...params, filter: { ...(filter as Data), [target]: id } }),
    update: notSo('PUT'), updateMany: notSo('PUT'), delete: notSo('DELETE'), deleteMany: notSo('DELETE'),
    create: (resource, { data }) => ask(resource, { method: 'POST', body: data }),
    supportAbortSignal: true,
    sendEvent: (workflow, id, event) => ask<CaseRecord>(at(workflow, id, 'events'), { method: 'POST', body: event }),
    startBulk: (workflow, bulk) => ask<BulkJob>(`${workflow}/events`, { method: 'POST', body: bulk }),
    getBulk: (id, { result, from, to }, options) => ask(`jobs/${encodeURIComponent(id)}?${new URLSearchParams({ ...(result && { result }), range: JSON.stringify([from, to]) }).toString()}`, options),
    getBulks: (options) => ask<readonly BulkJob[]>('jobs', options),
    getDraft: (place) => ask<DraftRecord | null>(`drafts/${inAddress(place)}`),
    putDraft: (place, draft, leaving) => ask(`drafts/${inAddress(place)}`, { method: 'PUT', body: draft, leaving }),
    dropDraft: (place) => ask<unknown>(`drafts/${inAddress(place)}`, { method: 'DELETE' }),
    openCase: (workflow, opening) => ask<CaseRecord>(workflow, { method: 'POST', body: opening }),
    getLog: async (workflow, id, options) => ({ data: (await ask<SentRow[]>(at(workflow, id, 'log'), options)).data.map(logRowOf) }),
    getUrges: (workflow, id, options) => ask<UrgesRecord>(at(workflow, id, 'urges'), options),
    urge: (workflow, id, asked) => ask<UrgeRecord>(at(workflow, id, 'urges'), { method: 'POST', body: asked }),
    getWorkflow: (name, options) => ask<Description>(`workflows/${name}`, options),
    reveal: async (resource, id, asked) => ({ data: (await ask<{ values: Record<string, string> }>(at(resource, id, 'reveal'), { method: 'POST', body: asked })).data.values }),
    takeAway: (resource, asked) => asFile(`${resource}/export`, { method: 'POST', body: asked }, `${resource}.${asked.format}`),
    takeWorkbook: (workflow, id, reason) => asFile(at(workflow, id, 'workbook'), { method: 'POST', body: { reason } }, `${workflow}.xlsx`),
    sendWorkbook: (file) => ask('workbooks', { method: 'POST', file }),
    getWorkbooks: (parent, options) => ask(`workbooks?${new URLSearchParams({ parent }).toString()}`, options),
    getWorkbook: (id, options) => ask(`workbooks/${encodeURIComponent(id)}`, options),
    getWorkbookRows: (id, kind, count, options) => ask(at('workbooks', id, `rows?${new URLSearchParams({ kind, range: JSON.stringify([0, count - 1]) }).toString()}`), options),
    moveWorkbook: (id, step, body = {}) => ask(at('workbooks', id, step), { method: 'POST', body }),
    takeFile: (workflow, id, asked) => asFile(at(workflow, id, 'file'), { method: 'POST', body: asked }, `${workflow}.${asked.format}`),
    bringFile: (workflow, id, file) => ask<TakenFile>(at(workflow, id, 'return'), { method: 'POST', file }),
    getExchanged: (workflow, id, options) => ask<readonly CaseFile[]>(at(workflow, id, 'exchanged'), options),
    disclose: (workflow, quarter) => ask<Disclosed>(`${workflow}/disclosure`, { method: 'POST', body: { quarter } }),
    takeDisclosed: (workflow, quarter, format) => asFile(`${workflow}/disclosure`, { method: 'POST', body: { quarter, format } }, `${workflow}.${format}`),
    getPicture: ({ from, to, unit }, options) => ask<PictureView>(`picture?${new URLSearchParams({ from, to, ...(unit !== null && { unit }) }).toString()}`, options),
    getLedger: (options) => ask<readonly LedgerLine[]>('ledger', options),
    getRecords: (register, ids, since) => ask(`${register}/records`, { method: 'POST', body: { ids, since } }),
    getHistory: (resource, id, options) => ask<Change[]>(at(resource, id, 'history'), options),
    getInboxCounts: (options) => ask<InboxCount[]>('inbox/summary', options),
    getUnread: (options) => ask<{ readonly unread: number }>('notifications/summary', options),
    getNotifications: (options) => ask<readonly NotificationRecord[]>('notifications', options),
    seeNotifications: (keys) => ask<{ readonly unread: number }>('notifications/seen', { method: 'POST', body: { keys } }),
    getReach: (options) => ask<ReachRecord>('notifications/settings', options),
    keepReach: (reach) => ask<ReachRecord>('notifications/settings', { method: 'PUT', body: reach }),
    getMessages: (options) => ask<readonly MessageRecord[]>('messages', options),
    sendAgain: (id) => ask<unknown>(at('messages', id, 'again'), { method: 'POST', body: {} }),
    getUnits: (options) => ask<UnitRecord[]>('units', options),
    getUnitsBeside: (unit, options) => ask<UnitRecord[]>(`units?${new URLSearchParams({ filter: JSON.stringify({ beside: unit }) }).toString()}`, options),
    getOffice: (options) => ask<OfficeRecord>('settings/public', options),
    getRotations: (options) => ask<readonly RotationRecord[]>('key-rotations', options),
    sendFile: (path, file) => ask(path, { method: 'POST', file }),
    uploadFile: async (file, watched) => ({ data: await upload(file, watched) }),
    getMyFile: (id, options) => ask<FileRecord>(`files/${encodeURIComponent(id)}`, options),
    takeFileBack: (id) => ask<unknown>(`files/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    getFiles: (workflow, id, options) => ask<readonly AttachedRecord[]>(at(workflow, id, 'files'), options),
    getBytes: async (address, options) => ({ data: (await client(address.replace(/^\/api\//, ''), { ...options, asFile: true })).file ?? new Blob() }),
    getImports: (options) => ask<readonly ImportRecord[]>('imports', options),
    getImport: (id, options) => ask<ImportRecord>(`imports/${encodeURIComponent(id)}`, options),
    getFirstRows: (id, options) => ask<readonly FileRow[]>(at('imports', id, 'rows'), options),
    getFaults: (id, count, options) => ask<readonly FileFault[]>(at('imports', id, `problems?range=[0,${count - 1}]`), options),
    moveImport: (id, step, body = {}) => ask<ImportRecord>(at('imports', id, step), { method: 'POST', body }),
    rotateKeys: (asked) => ask<RotationRecord>('key-rotations', { method: 'POST', body: asked }),
    getFindingCounts: (options) => ask<FindingCounts>('findings/summary', options),
    sayOfFinding: (id, act, reason) => ask<FindingRecord>(at('findings', id, act), { method: 'POST', body: { reason } }),
    getCheckRuns: (options) => ask<readonly CheckRunRecord[]>('checks/runs', options),
    startCheckRun: () => ask<CheckRunRecord>('checks/run', { method: 'POST', body: {} }),
    getReport: (workflow, id, round, options) => ask<ReportView>(at(workflow, id, `report${round === null ? '' : `?round=${round}`}`), options),
    takePoster: (workflow, id, { format, lang }) => asFile(at(workflow, id, `poster.${format}?${new URLSearchParams({ lang }).toString()}`), {}, `${workflow}.${format}`),
    takeReport: (workflow, id, { round, format, lang }) => asFile(at(workflow, id, `report.${format}?${new URLSearchParams({ lang, ...(round !== null && { round: String(round) }) }).toString()}`), {}, `${workflow}.${format}`),
    getEvidence: (workflow, id, options) => ask<EvidenceView>(at(workflow, id, 'evidence'), options),
    getPapers: (workflow, id, options) => ask<readonly PaperRecord[]>(at(workflow, id, 'papers'), options),
    takePaper: (workflow, id, { name, format, lang }) => asFile(at(workflow, id, `papers/${name}.${format}?${new URLSearchParams({ lang }).toString()}`), {}, `${name}.${format}`),
    getShares: (workflow, id, options) => ask<readonly SharesRecord[]>(at(workflow, id, 'shares'), options),
    beginSitting: (id, password) => ask<SittingRecord>('sittings', { method: 'POST', body: { id, password } }),
    getSittings: (options) => ask<readonly SittingSummary[]>('sittings', options),
    getSitting: (id, options) => ask<SittingRecord>(`sittings/${encodeURIComponent(id)}`, options),
    confirmSitting: (id, password) => ask<SittingRecord>(at('sittings', id, 'confirm'), { method: 'POST', body: { password } }),
    signInSitting: (id, asked) => ask<SittingRecord>(at('sittings', id, 'sign'), { method: 'POST', body: asked }),
    getPhrases: (options) => ask<PhrasesRecord>('phrases', options),
    keepPhrases: (own) => ask<PhrasesRecord>('phrases', { method: 'PUT', body: { own } }),
  };
};

export const useCasework = (): Casework => useDataProvider<Casework>();
