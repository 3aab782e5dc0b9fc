/** What somebody typed into a form and has not sent: theirs alone, for a month, sensitive values masked on the way back. */
import { z } from 'zod';
import { sealedNamesOf } from '../../workflows/kit/describe.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import { holdsIn, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { dropDraft, findDraft, keepDraft } from '../store/drafts.ts';
import type { Draft, DraftKey } from '../store/drafts.ts';
import { findStandingOf } from '../store/find-cases.ts';
import { maskNamed } from './case-view.ts';

/** `data` is what stands in the form, complete or not; `version` of the case as its author saw it, 0 before it is opened. */
export const DraftBody = z.strictObject({ data: z.record(z.string(), z.unknown()), version: z.int().min(0), unit: z.string().max(40).optional() });
export type DraftBody = z.infer<typeof DraftBody>;

/** In characters of JSON: no form of the office holds more. */
const LARGEST = 64_000;
const KEPT_DAYS = 30;
export const draftsEndBefore = (nowMs: number): Date => new Date(nowMs - KEPT_DAYS * 86_400_000);

/** Stands for the case that a draft of an opening will become. */
const NEW = 'new';

export type Place = { readonly workflow: Workflow; readonly caseId: string; readonly event: string };
const keyOf = ({ id }: Asker, { workflow, caseId, event }: Place): DraftKey => ({ person: id, workflow: workflow.name, caseId, event });

/** The key of the draft that an accepted event was. */
export const draftSent = (asker: Asker, workflow: Workflow, caseId: string, event: string): DraftKey => keyOf(asker, { workflow, caseId: event === 'open' ? NEW : caseId, event });

/** A form there is, of a case in the asker's units, or of an opening that is theirs. */
const isThere = async ({ db, district }: Office, asker: Asker, { workflow, caseId, event }: Place): Promise<boolean> => {
  if (!workflow.forms[event]) return false;
  if (event === 'open') return caseId === NEW && workflow.open.who.some((post) => holdsIn(asker, post, workflow.name));
  return findStandingOf(db, district, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), caseId);
};

/** When it was saved, or why it was not. */
export const saveDraft = async (office: Office, asker: Asker, place: Place, { data, version, unit }: DraftBody): Promise<{ savedAt: Instant } | 'absent' | 'too-large'> => {
  if (JSON.stringify(data).length > LARGEST) return 'too-large';
  if (!(await isThere(office, asker, place))) return 'absent';
  return { savedAt: await keepDraft(office.db, office, keyOf(asker, place), { data, version, unit: unit ?? null }) };
};

/** Null where nothing is kept. */
export const readDraft = async (office: Office, asker: Asker, place: Place, nowMs: number): Promise<Draft | 'absent' | null> => {
  if (!(await isThere(office, asker, place))) return 'absent';
  const found = await findDraft(office.db, office, keyOf(asker, place), draftsEndBefore(nowMs));
  return found && { ...found, data: maskNamed(sealedNamesOf(place.workflow), found.data) };
};

/** Whether or not there was one. */
export const throwAway = (office: Office, asker: Asker, place: Place): Promise<void> => dropDraft(office.db, office.district, keyOf(asker, place));
