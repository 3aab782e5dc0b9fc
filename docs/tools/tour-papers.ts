/** The papers of the tour: each made by the office of a case of its demo town, and drawn page by page. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCase } from '../../tests/e2e/demo.ts';
import type { Room } from '../../tests/e2e/room.ts';
import { apt } from './apt.ts';

export type Sheet = { readonly name: string; readonly title: string; readonly sentence: string; readonly user: string; readonly workflow: string; readonly state: string; readonly file: string };

const claims = { user: 'town1', workflow: 'benefit-claim' };
const nominations = { user: 'town1', workflow: 'model-household' };
export const sheets: readonly Sheet[] = [
  { ...claims, name: 'claim-form', title: 'Approval form of a claim', sentence: 'Every opinion with its post, name and day; the shares sum to the amount.', state: 'closed', file: 'papers/approval-form.pdf' },
  { ...claims, name: 'claim-refusal', title: 'Refusal of a claim', sentence: 'The grounds, where and until when to appeal.', state: 'rejectedFinal', file: 'papers/refusal-notice.pdf' },
  { ...claims, name: 'payment-slip', title: 'Notice of payment', sentence: 'What a household was paid, and by which tier; no number of anybody.', state: 'closed', file: 'papers/payment-slip.pdf' },
  { ...nominations, name: 'nomination-form', title: 'Approval form of a nomination', sentence: 'Facts, scores, notices and opinions of all levels.', state: 'recommended', file: 'papers/approval-form.pdf' },
  { ...nominations, name: 'nomination-refusal', title: 'Refusal of a nomination', sentence: 'The grounds, and the remedy.', state: 'rejected', file: 'papers/refusal-notice.pdf' },
  { ...nominations, name: 'certificate', title: 'Certificate', sentence: 'With the code under which anybody may ask whether it is valid, and nothing else.', state: 'commended', file: 'papers/certificate.pdf' },
  { user: 'town1', workflow: 'public-notice', name: 'notice-sheet', title: 'Public notice', sentence: 'The sheet for the wall: masked by the office, with term, hotline and the subjects of an objection.', state: 'posted', file: 'poster.pdf' },
  { user: 'head1', workflow: 'verification-cycle', name: 'month-report', title: 'Report of a month', sentence: 'Provisional while the month runs; the head signs it over a frozen list.', state: 'running', file: 'report.pdf' },
];

/** Dots to the inch: a page of A4 becomes some 660 by 940. */
const DENSITY = '80';

/** False, having said what to do, where nothing draws PDF and nothing could be installed. */
export const ensureDrawing = (): boolean => {
  const draws = (): boolean => spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;
  if (draws() || (apt('update') && apt('install', '--no-install-recommends', 'poppler-utils') && draws())) return true;
  process.stderr.write('The pictures of papers need pdftoppm: install it yourself (Debian: sudo apt-get install poppler-utils).\n');
  return false;
};

const fetchPdf = async (room: Room, { user, workflow, state, file }: Sheet): Promise<Buffer> => {
  const id = await findCase(room, user, { workflow, state });
  const { page } = await room.sit(user);
  const answer = await page.request.get(`${room.base}/api/${workflow}/${encodeURIComponent(id)}/${file}`, { headers: { 'accept-language': 'zh-CN' } });
  if (!answer.ok()) throw new Error(`${workflow} ${id}, ${file}: ${answer.status()} ${await answer.text()}`);
  const pdf = await answer.body();
  await page.context().close();
  return pdf;
};

/** Answers with the names of the pictures, in the order of the pages. */
export const drawSheet = async (room: Room, sheet: Sheet, folder: string): Promise<string[]> => {
  const pdf = await fetchPdf(room, sheet);
  const own = (name: string): boolean => name.startsWith(`paper-${sheet.name}-`);
  for (const name of readdirSync(folder).filter(own)) rmSync(join(folder, name));
  const path = join(folder, `paper-${sheet.name}.pdf`);
  writeFileSync(path, pdf);
  const drawn = spawnSync('pdftoppm', ['-png', '-r', DENSITY, path, join(folder, `paper-${sheet.name}`)], { encoding: 'utf8' });
  rmSync(path);
  if (drawn.status !== 0) throw new Error(`${sheet.name}: ${drawn.stderr}`);
  return readdirSync(folder).filter(own).sort();
};
