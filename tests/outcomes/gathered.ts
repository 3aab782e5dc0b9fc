/** Notices that gather several cases: released, posted, proven, hung to the end; recalled, taken down, cancelled; and left in time. */
import { does, says, wait, way } from '../stories/story.ts';
import { ELDER, QUOTA, to } from './claims.ts';
import type { Outcome, Part, Step } from './outcome.ts';

const claimOf = (programme: string): Part => ({ workflow: 'benefit-claim', programme });
const NOMINATION: Part = { workflow: 'model-household' };
const NOTICE: Part = { workflow: 'public-notice' };

type Level = 'village' | 'town';
const clerkAt = (level: Level): string => (level === 'village' ? 'clerk' : 'checker');
const joined = (level: Level, ...names: string[]): Step[] => names.flatMap((name) => [to(`${level}NoticeDraft`, name), does(clerkAt(level), name, 'joinNotice', `${level}Gathered`, says({ notice: '$notice' }))]);
const opened = (level: Level, kind = 'benefit-claim'): Step => does(clerkAt(level), 'notice', 'open', 'draft', says({ kind }));
const released = (level: Level): Step[] => [does(clerkAt(level), 'notice', 'submit', 'review'), does('second', 'notice', 'release', 'released')];
const posted = (level: Level): Step => does(clerkAt(level), 'notice', 'recordPosting', 'posted');
const proven: Step = does('third', 'notice', 'confirmPosting', 'posted');

const gathering = (title: string, parts: Outcome['parts'], ends: Outcome['ends'], ...steps: (Step | Step[])[]): Outcome => ({
  title, parts: { ...parts, notice: NOTICE }, ends,
  steps: [...Object.entries(parts).filter(([, { workflow }]) => workflow !== 'public-notice').map(([name]) => does('clerk', name, 'open', 'draft')), ...steps.flat(), ...Object.keys(parts).filter((name) => ends[name] === 'closed').map((name) => to('closed', name))],
});
const pair = { claim: claimOf(QUOTA), other: claimOf(QUOTA) };
const couple = { nomination: NOMINATION, other: NOMINATION };

const villages = gathering('a village’s notice gathers two claims; one is objected to; the notice hangs until both have, and is ended by hand', pair, { claim: 'closed', other: 'closed', notice: 'closed' },
  opened('village'), does('clerk', 'notice', 'revise', 'draft'), joined('village', 'claim', 'other'), does('clerk', 'claim', 'leaveNotice', 'villageNoticeDraft'), joined('village', 'claim'),
  does('clerk', 'notice', 'submit', 'review'), does('second', 'notice', 'sendBack', 'draft'), released('village'), does('second', 'notice', 'recall', 'draft'),
  does('clerk', 'notice', 'submit', 'review'), does('second', 'notice', 'release', 'released'), posted('village'), proven,
  wait(3), does('clerk', 'claim', 'object', 'objection'), wait(5), does('r1', 'claim', 'judgeObjection', 'objection', way(0)), does('r2', 'claim', 'judgeObjection', 'villageNotice', way(0)),
  to('townCheck'), does('clerk', 'notice', 'endTerm', 'over'), wait(6), does('clerk', 'notice', 'recordRemoval', 'closed'));
const towns = gathering('a town’s notice gathers two claims, one of which was posted alone before; it runs to its end by itself', { claim: claimOf(ELDER), other: claimOf(ELDER) }, { claim: 'closed', other: 'closed', notice: 'closed' },
  to('townNoticeDraft'), to('townNoticeDraft', 'other'), opened('town'), joined('town', 'claim', 'other'), does('checker', 'claim', 'leaveNotice', 'townNoticeDraft'), joined('town', 'claim'),
  does('checker', 'notice', 'submit', 'review'), does('second', 'notice', 'release', 'released'), posted('town'), proven, wait(8), does('checker', 'notice', 'recordRemoval', 'closed'));
const downEarly = (level: Level) => gathering(`a ${level}’s notice is taken down before its time, and its claim is put up anew`, { claim: claimOf(QUOTA) }, { claim: 'closed', notice: 'takenDown' },
  to(`${level}NoticeDraft`), opened(level), joined(level, 'claim'), released(level), posted(level), wait(2), does('second', 'notice', 'takeDown', 'takenDown'));
const cancelled = (level: Level) => gathering(`a ${level}’s notice is cancelled, and its claim is posted alone`, { claim: claimOf(QUOTA) }, { claim: 'closed', notice: 'cancelled' },
  to(`${level}NoticeDraft`), opened(level), joined(level, 'claim'), does(clerkAt(level), 'notice', 'cancel', 'cancelled'));
const leftOut = (level: Level) => gathering(`withdrawn out of a ${level}’s notice, and suspended in it`, pair, { claim: 'withdrawn', other: 'closed', notice: 'cancelled' },
  to(`${level}NoticeDraft`), to(`${level}NoticeDraft`, 'other'), opened(level), joined(level, 'claim', 'other'), does('clerk', 'claim', 'withdraw', 'withdrawn'),
  does('checker', 'other', 'suspend', 'suspended'), wait(1), does('third', 'other', 'resume', `${level}Gathered`), does(clerkAt(level), 'notice', 'cancel', 'cancelled'));
const leftAnew = (level: Level) => gathering(`a second round is withdrawn out of a ${level}’s notice, and the claim stands as it was paid`, { claim: claimOf(QUOTA) }, { claim: 'closed', notice: 'cancelled' },
  to('closed'), does('head', 'claim', 'reopen', 'draft'), to(`${level}NoticeDraft`), opened(level), joined(level, 'claim'), does('clerk', 'claim', 'withdraw', 'closed'), does(clerkAt(level), 'notice', 'cancel', 'cancelled'));
const householdsVillage = gathering('a village’s notice gathers two households; it is taken down, drawn up anew, and runs to its end', { ...couple, again: NOTICE }, { nomination: 'keptAsStory', other: 'withdrawn', notice: 'takenDown', again: 'closed' },
  opened('village', 'model-household'), joined('village', 'nomination', 'other'), does('clerk', 'other', 'leaveNotice', 'villageNoticeDraft'), joined('village', 'other'), does('clerk', 'other', 'withdraw', 'withdrawn'), released('village'), posted('village'), proven,
  does('second', 'notice', 'takeDown', 'takenDown'), does('clerk', 'again', 'open', 'draft', says({ kind: 'model-household' })), does('clerk', 'nomination', 'joinNotice', 'villageGathered', says({ notice: '$again' })),
  does('clerk', 'again', 'submit', 'review'), does('second', 'again', 'release', 'released'), does('clerk', 'again', 'recordPosting', 'posted'), does('third', 'again', 'confirmPosting', 'posted'), wait(8),
  does('clerk', 'again', 'recordRemoval', 'closed'), to('keptAsStory', 'nomination'));
/** Under the scheme of 2024. */
export const householdsOfTown = gathering('a town’s notice gathers two households and is taken down; one is withdrawn out of the next, the other is commended', { ...couple, again: NOTICE }, { nomination: 'expired', other: 'withdrawn', notice: 'takenDown', again: 'closed' },
  to('townNoticeDraft', 'nomination'), to('townNoticeDraft', 'other'), opened('town', 'model-household'), joined('town', 'nomination'), does('checker', 'nomination', 'leaveNotice', 'townNoticeDraft'), joined('town', 'nomination', 'other'),
  released('town'), posted('town'), proven, does('second', 'notice', 'takeDown', 'takenDown'), does('checker', 'again', 'open', 'draft', says({ kind: 'model-household' })),
  ...['nomination', 'other'].map((name) => does('checker', name, 'joinNotice', 'townGathered', says({ notice: '$again' }))), does('clerk', 'other', 'withdraw', 'withdrawn'),
  does('checker', 'again', 'submit', 'review'), does('second', 'again', 'release', 'released'), does('checker', 'again', 'recordPosting', 'posted'), does('third', 'again', 'confirmPosting', 'posted'), wait(8),
  does('checker', 'again', 'recordRemoval', 'closed'), to('expired', 'nomination'));

export const gatheredOutcomes: readonly Outcome[] = [villages, towns, ...(['village', 'town'] as const).flatMap((level) => [downEarly(level), cancelled(level), leftOut(level), leftAnew(level)]), householdsVillage];
