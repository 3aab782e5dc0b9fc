/** Every route of the API in one table: what it does, who it is open to, what it takes. Start-up refuses a route that is not in it. */
import type { z } from 'zod';
import { ExportBody, SearchBody } from '../../workflows/kit/asked.ts';
import { ApplyBody } from '../use-cases/apply-workbook.ts';
import { DisclosureBody } from '../use-cases/disclose.ts';
import { DraftBody } from '../use-cases/drafts.ts';
import { FileBody } from '../use-cases/make-file.ts';
import { RecordsBody } from '../use-cases/read-records.ts';
import { ReachBody } from '../use-cases/my-reach.ts';
import { SeenBody } from '../use-cases/notifications.ts';
import { PhrasesBody } from '../use-cases/phrases.ts';
import { BeginBody, ConfirmBody, SignBody } from '../use-cases/sittings.ts';
import { CheckBody } from '../use-cases/move-import.ts';
import { RevealBody } from '../use-cases/reveal-entry.ts';
import { RotationBody } from '../use-cases/rotate-keys.ts';
import { SuppressBody } from '../use-cases/suppress-finding.ts';
import { WorkbookBody } from '../use-cases/take-workbook.ts';
import { UrgeBody } from '../use-cases/urge-case.ts';
import { SetUpBody } from '../use-cases/set-up.ts';
import { ClockBody } from './clock.ts';
import { SignInBody } from './session.ts';

export type ApiRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  /** Answers without a session. */
  readonly open?: true;
  /** Takes filter, range, sort and after, and answers with Content-Range. */
  readonly list?: true;
  readonly body?: z.ZodType;
  /** Answers with a file, or with server-sent events for as long as somebody listens. */
  readonly gives?: 'file' | 'events';
  /** Takes a file as `application/octet-stream`. */
  readonly file?: true;
};

const registerRoutes = (register: string): readonly ApiRoute[] => [
  { method: 'GET', url: `/api/${register}`, summary: `List ${register} in my units: internal fields only`, list: true },
  { method: 'POST', url: `/api/${register}/search`, summary: `List ${register} with the question in the body, for questions that carry personal data`, body: SearchBody },
  { method: 'POST', url: `/api/${register}/export`, summary: `The list of ${register} as a file (xlsx or csv), for a reason; the reading is logged`, body: ExportBody },
  { method: 'POST', url: `/api/${register}/records`, summary: 'Several entries at once, each as by itself; with `since`, what its fields were before', body: RecordsBody },
  { method: 'GET', url: `/api/${register}/:id`, summary: 'One entry: personal fields shown, sensitive ones masked' },
  { method: 'GET', url: `/api/${register}/:id/history`, summary: 'What changed in the entry, and which case did it' },
  { method: 'POST', url: `/api/${register}/:id/reveal`, summary: 'Masked fields in full, with a reason; the reading is logged', body: RevealBody },
];

export const apiTable: readonly ApiRoute[] = [
  { method: 'POST', url: '/api/session', summary: 'Sign in', open: true, body: SignInBody },
  { method: 'GET', url: '/api/session', summary: 'Who I am, with my posts' },
  { method: 'DELETE', url: '/api/session', summary: 'Sign out', open: true },
  { method: 'GET', url: '/api/health', summary: 'The server lives', open: true },
  { method: 'GET', url: '/api/ready', summary: 'The server can work', open: true },
  { method: 'GET', url: '/api/settings/public', summary: 'Kind of office, kind of clock, the office’s time', open: true },
  { method: 'GET', url: '/api/openapi.json', summary: 'This description', open: true },
  { method: 'POST', url: '/api/setup', summary: 'Make the office, once, with the token the server printed', open: true, body: SetUpBody },
  { method: 'GET', url: '/api/clock', summary: 'The office’s time' },
  { method: 'POST', url: '/api/clock', summary: 'Step a manual clock forward, due time by due time', body: ClockBody },
  { method: 'GET', url: '/api/units', summary: 'Units in my scope' },
  { method: 'GET', url: '/api/people', summary: 'Colleagues, by id', list: true },
  { method: 'GET', url: '/api/reads', summary: 'Who read whose data', list: true },
  { method: 'POST', url: '/api/reads/export', summary: 'The log of readings as a file (xlsx or csv), for a reason; that it was taken is logged', body: ExportBody },
  { method: 'GET', url: '/api/key-rotations', summary: 'The newest rotations of the keys, and how far they are' },
  { method: 'POST', url: '/api/key-rotations', summary: 'New keys, and everything sealed anew under them in the background', body: RotationBody },
  { method: 'GET', url: '/api/workflows', summary: 'Every workflow: states, arrows, forms, examples' },
  { method: 'GET', url: '/api/workflows/:name', summary: 'One workflow, with examples for whoever asks' },
  ...registerRoutes('residents'),
  ...registerRoutes('households'),
  { method: 'GET', url: '/api/inbox', summary: 'The cases that wait for me, of any workflow', list: true },
  { method: 'GET', url: '/api/inbox/summary', summary: 'How many cases wait for me in each workflow, are overdue, were sent back' },
  { method: 'GET', url: '/api/live', summary: 'Says `inbox` when what waits for me changed, within two seconds, and nothing of what it was; ends with the session', gives: 'events' },
  { method: 'GET', url: '/api/notifications', summary: 'What I am notified of, the latest first: urged, overdue, due by the next working day, sent back to me, and what became of cases I opened' },
  { method: 'GET', url: '/api/notifications/summary', summary: 'How much of it is unread' },
  { method: 'POST', url: '/api/notifications/seen', summary: 'That I have seen these, by their keys', body: SeenBody },
  { method: 'GET', url: '/api/notifications/settings', summary: 'By which ways I want the daily digest; address and telephone masked' },
  { method: 'PUT', url: '/api/notifications/settings', summary: 'Change it; an address or telephone left out stays as it is known', body: ReachBody },
  { method: 'GET', url: '/api/messages', summary: 'The newest messages that left the office or were given up, for its administrator: neither words nor addresses' },
  { method: 'POST', url: '/api/messages/:id/again', summary: 'Try one again that was given up' },
  { method: 'GET', url: '/api/jobs', summary: 'My newest bulk jobs, without their results' },
  { method: 'GET', url: '/api/jobs/:id', summary: 'A bulk job of mine: how far it is, and the result for each case (`result`, `range`)' },
  { method: 'GET', url: '/api/drafts/:workflow/:case/:event', summary: 'What I typed into this form and have not sent; 204 where nothing is kept' },
  { method: 'PUT', url: '/api/drafts/:workflow/:case/:event', summary: 'Keep what stands in this form, for me alone', body: DraftBody },
  { method: 'DELETE', url: '/api/drafts/:workflow/:case/:event', summary: 'Throw my draft away' },
  { method: 'POST', url: '/api/imports', summary: 'Bring a table (.xlsx or .csv) to be loaded into the register; the body is the file, `X-File-Name` its name', file: true },
  { method: 'GET', url: '/api/imports', summary: 'Imports of my units, newest first' },
  { method: 'GET', url: '/api/imports/:id', summary: 'Where an import stands: its columns, what was found, how far it is' },
  { method: 'GET', url: '/api/imports/:id/rows', summary: 'The first rows as they stand in the file, long numbers veiled' },
  { method: 'GET', url: '/api/imports/:id/problems', summary: 'What is wrong in which cell, and the remedy (`range`)' },
  { method: 'POST', url: '/api/imports/:id/check', summary: 'Say which column is which field, and have every row checked', body: CheckBody },
  { method: 'POST', url: '/api/imports/:id/load', summary: 'Load the rows that are in order' },
  { method: 'POST', url: '/api/imports/:id/undo', summary: 'Take everything back that was loaded, unless something rests on it' },
  { method: 'POST', url: '/api/imports/:id/discard', summary: 'Give it up before anything was loaded' },
  { method: 'POST', url: '/api/workbooks', summary: 'Bring a workbook back, filled in: every row is held against its record, and nothing is changed; the body is the file, `X-File-Name` its name', file: true },
  { method: 'GET', url: '/api/workbooks', summary: 'Workbooks I brought back, newest first; of one `parent`' },
  { method: 'GET', url: '/api/workbooks/:id', summary: 'How a workbook came out: rows that say nothing, answers by event, conflicts, faults; the job that applies it' },
  { method: 'GET', url: '/api/workbooks/:id/rows', summary: 'Row by row: what it says beside what stands, what moved on meanwhile, what is wrong in which cell (`kind`, `range`)' },
  { method: 'POST', url: '/api/workbooks/:id/apply', summary: 'Do what the rows in order say, record by record, as a job; conflicts and faulty rows never', body: ApplyBody },
  { method: 'POST', url: '/api/workbooks/:id/discard', summary: 'Give it up before anything was done' },
  { method: 'POST', url: '/api/files', summary: 'Bring a picture or PDF for a form still to be sent; the body is the file, `X-File-Name` its name, percent-encoded', file: true },
  { method: 'GET', url: '/api/files/:id', summary: 'A file that I brought: its name, type and size' },
  { method: 'DELETE', url: '/api/files/:id', summary: 'Take a file back that no event has named' },
  { method: 'GET', url: '/api/files/:id/content', summary: 'What it holds, as an attachment; the reading is logged', gives: 'file' },
  { method: 'GET', url: '/api/files/:id/thumbnail', summary: 'A small picture of it, where it is one', gives: 'file' },
  { method: 'GET', url: '/api/findings', summary: 'What the checks found in my units; by rule, level, state, unit, resident, parent', list: true },
  { method: 'GET', url: '/api/findings/summary', summary: 'How many findings of each rule there are, in all and in each village' },
  { method: 'GET', url: '/api/findings/:id', summary: 'One finding, with what was said about it' },
  { method: 'POST', url: '/api/findings/:id/suppress', summary: 'Put a finding aside, with a reason', body: SuppressBody },
  { method: 'POST', url: '/api/findings/:id/reopen', summary: 'Take up again what was put aside, with a reason', body: SuppressBody },
  { method: 'POST', url: '/api/checks/run', summary: 'Check the whole register; answers with the run, the one under way where there is one' },
  { method: 'GET', url: '/api/checks/runs', summary: 'The newest runs' },
  { method: 'GET', url: '/api/checks/runs/:id', summary: 'How far a run is' },
  { method: 'GET', url: '/api/ledger', summary: 'What was granted to each budget line, and is left, set aside and paid' },
  { method: 'GET', url: '/api/ledger/entries', summary: 'The entries of one account or several (`filter={"account":…}`, `range`), of one part of a process alone (`workflow`, `part`), with the case of each', list: true },
  { method: 'GET', url: '/api/picture', summary: 'Where cases stand by unit and process, how long and with whom, what was sent back and why, money against budget (`from`, `to`, `unit`)' },
  { method: 'GET', url: '/api/sittings', summary: 'My newest sittings' },
  { method: 'POST', url: '/api/sittings', summary: 'Begin a sitting over what waits for my signature; the password is asked once more', body: BeginBody },
  { method: 'GET', url: '/api/sittings/:id', summary: 'A sitting of mine: every case with its flags, and what came of it' },
  { method: 'POST', url: '/api/sittings/:id/confirm', summary: 'Confirm the sign-in of a sitting anew', body: ConfirmBody },
  { method: 'POST', url: '/api/sittings/:id/sign', summary: 'Sign or send back one case, or sign all that have no flag', body: SignBody },
  { method: 'GET', url: '/api/phrases', summary: 'The office’s phrases for my posts, and my own' },
  { method: 'PUT', url: '/api/phrases', summary: 'Keep a list of my own phrases', body: PhrasesBody },
  { method: 'GET', url: '/api/:workflow', summary: 'Cases in my units', list: true },
  { method: 'POST', url: '/api/:workflow', summary: 'Open a case' },
  { method: 'POST', url: '/api/:workflow/search', summary: 'Cases in my units, with the question in the body', body: SearchBody },
  { method: 'POST', url: '/api/:workflow/export', summary: 'The list of cases as a file (xlsx or csv), for a reason; the reading is logged', body: ExportBody },
  { method: 'POST', url: '/api/:workflow/disclosure', summary: 'What is published of a quarter in my units: masked names, amounts, totals; as JSON, xlsx or csv', body: DisclosureBody },
  { method: 'POST', url: '/api/:workflow/events', summary: 'Send one event to many cases, named or found by a filter; answers with a job' },
  { method: 'GET', url: '/api/:workflow/:id', summary: 'One case with what I may send to it' },
  { method: 'POST', url: '/api/:workflow/:id/events', summary: 'Send an event to a case' },
  { method: 'GET', url: '/api/:workflow/:id/shares', summary: 'Shares of the case beside those of the others of its parent, where its workflow is monitored' },
  { method: 'POST', url: '/api/:workflow/:id/workbook', summary: 'The records of this case that still wait at the desk, as a workbook to fill in offline, for a reason; the reading is logged', body: WorkbookBody },
  { method: 'GET', url: '/api/:workflow/:id/report', summary: 'The report of the case, where its workflow has one: figures of now, or as they were signed (`round`); small numbers hidden' },
  { method: 'GET', url: '/api/:workflow/:id/report.docx', summary: 'The report as a Word document (`round`, `lang`)' },
  { method: 'GET', url: '/api/:workflow/:id/report.pdf', summary: 'The report as PDF (`round`, `lang`); 422 where a character cannot be printed' },
  { method: 'GET', url: '/api/:workflow/:id/evidence', summary: 'What stands beside a case that is judged: the register beside the claim, what else was paid to the person, spouse, household or account in any unit and year, who declared a relation; 409 for others' },
  { method: 'GET', url: '/api/:workflow/:id/papers', summary: 'The papers that I may have made of the case as it stands, with their formats' },
  { method: 'GET', url: '/api/:workflow/:id/papers/:file', summary: 'One of them, `<name>.pdf` or `<name>.docx` (`lang`), or `archive.zip`, its whole file; 409 where it is not offered, 422 where a character cannot be printed; the reading is logged', gives: 'file' },
  { method: 'GET', url: '/api/:workflow/:id/poster.docx', summary: 'The sheet that is hung up for all, as a Word document (`lang`), where its workflow has one', gives: 'file' },
  { method: 'GET', url: '/api/:workflow/:id/poster.pdf', summary: 'The same as PDF (`lang`); 422 where a character cannot be printed', gives: 'file' },
  { method: 'POST', url: '/api/:workflow/:id/reveal', summary: 'Sealed fields in full for those who may take the step that needs them now, with a reason; the reading is logged', body: RevealBody },
  { method: 'GET', url: '/api/:workflow/:id/exchanged', summary: 'Files that went out of the case and came in, with their hashes' },
  { method: 'POST', url: '/api/:workflow/:id/file', summary: 'The file that goes with the next step (csv in GB 18030, or xlsx), for a reason; its hash is kept, the reading logged', body: FileBody },
  { method: 'POST', url: '/api/:workflow/:id/return', summary: 'Bring the file that answers the case; answers line by line with what it says. Nothing is booked before the event is sent', file: true },
  { method: 'GET', url: '/api/:workflow/:id/files', summary: 'The files that its events name, with the field and the version of each' },
  { method: 'GET', url: '/api/:workflow/:id/files/:file', summary: 'One of them, as an attachment; the reading is logged', gives: 'file' },
  { method: 'GET', url: '/api/:workflow/:id/files/:file/thumbnail', summary: 'A small picture of it, where it is one', gives: 'file' },
  { method: 'GET', url: '/api/:workflow/:id/urges', summary: 'Who urged the case, whether I may, and if not why and until when' },
  { method: 'POST', url: '/api/:workflow/:id/urges', summary: 'Urge whoever the case waits for, with a short sentence or none: once in four hours, by anybody; 403 says from when on it may be urged again', body: UrgeBody },
  { method: 'GET', url: '/api/:workflow/:id/log', summary: 'Who did what and when' },
];
