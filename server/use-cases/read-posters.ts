/** What hangs for all to read: the sheet alone leaves, nothing of the case behind it. */
import { readersOf } from '../../workflows/kit/offers.ts';
import type { PosterSheet } from '../../workflows/kit/published.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Instant, Text } from '../../workflows/kit/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { unitsOf } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { findPosted, findPostedCase } from '../store/find-posted.ts';
import { findUnits } from '../store/people.ts';
import { tellTime } from './tell-time.ts';

export type Posted = { readonly id: string; readonly unit: Text; readonly issuer: Text; readonly sheet: PosterSheet; readonly draft: boolean };

/** More hang at no time. */
const MOST = 500;

const postedOf = async ({ db, district }: Office, found: readonly { workflow: Workflow; one: Case }[]): Promise<Posted[]> => {
  const own = await findUnits(db, district, [...new Set(found.map(({ one }) => one.unit))]);
  const above = await findUnits(db, district, [...new Set(own.flatMap(({ parent }) => parent ?? []))]);
  const units = new Map([...own, ...above].map((one) => [one.id, one]));
  return found.flatMap(({ workflow: { poster }, one }) => {
    const unit = units.get(one.unit);
    if (!poster || !unit) return [];
    const sheet = poster.sheet(one);
    return [{ id: one.id, unit: unit.name, issuer: (sheet.fromAbove ? units.get(unit.parent ?? '') : undefined)?.name ?? unit.name, sheet, draft: poster.draft.includes(one.state) }];
  });
};

/** An objection may keep a notice from ending: its list is public no longer than was said all the same. */
const isOver = ({ sheet: { until } }: Posted, now: Instant): boolean => until !== null && dayOf(now) > until;

/** All that hang now. */
export const readPosters = async (office: Office): Promise<Posted[]> => {
  const found: { workflow: Workflow; one: Case }[] = [];
  for (const workflow of office.workflows) {
    if (!workflow.poster) continue;
    for (const { case: one } of await findPosted(office.db, office, workflow.name, workflow.poster.shown, MOST)) found.push({ workflow, one });
  }
  const now = await tellTime(office);
  return (await postedOf(office, found)).filter((posted) => !isOver(posted, now));
};

/** `gone`: it hung once, and its time is over. */
export const readPoster = async (office: Office, id: string): Promise<Posted | 'gone' | null> => {
  const open = office.workflows.flatMap(({ name, poster }) => [...(poster?.shown ?? []), ...(poster?.gone ?? [])].map((state) => ({ workflow: name, state })));
  const one = (await findPostedCase(office.db, office, open, id))?.case;
  const workflow = one && office.workflows.find(({ name }) => name === one.workflow);
  if (!one || !workflow) return null;
  if (workflow.poster?.gone.includes(one.state)) return 'gone';
  const [posted] = await postedOf(office, [{ workflow, one }]);
  if (!posted) return null;
  return isOver(posted, await tellTime(office)) ? 'gone' : posted;
};

/** The sheet for whoever prints it; null where the case is not the asker's to see, or has none to print yet. */
export const readSheet = async (office: Office, asker: Asker, workflow: Workflow, id: string): Promise<Posted | null> => {
  const one = (await findCaseRow(office.db, office, workflow.name, unitsOf(asker, readersOf(workflow)), id))?.case;
  if (!one || !workflow.poster?.printed.includes(one.state)) return null;
  return (await postedOf(office, [{ workflow, one }]))[0] ?? null;
};
