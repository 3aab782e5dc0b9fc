/** The way of a claim by working days after its opening: what happens on which, and the state it leads to. */
import type { Data, EventName } from '../../kit/words.ts';
import { hasDistrictShare, noticeDays, type Programme } from '../../office/programmes/programme.ts';

export type Role = 'clerk' | 'checker' | 'second' | 'reviewer' | 'otherReviewer' | 'head' | 'district' | 'finance';
/** `day`: working days after the opening; `way`: which of the event's examples. */
export type Act = { readonly event: EventName; readonly role: Role; readonly day: number; readonly hour: number; readonly way?: number; readonly form?: Data };
export type Stage = { readonly state: string; readonly day: number; readonly acts: readonly Act[] };

export const act = (event: EventName, role: Role, day: number, hour = 9, way = 0): Act => ({ event, role, day, hour, way });

const stage = (state: string, ...acts: readonly Act[]): Stage => ({ state, day: acts.at(-1)?.day ?? 0, acts });
/** A stage the clock brings about at the end of a day. */
const byClock = (state: string, day: number): Stage => ({ state, day, acts: [] });

const POSTED = { village: 2, town: 15 } as const;
const notice = (level: 'village' | 'town', days: number | null): Stage[] => (days === null ? [] : [
  level === 'village' ? stage('villageNoticeDraft', act('vote', 'clerk', 1)) : stage('townNoticeDraft', act('pass', 'reviewer', 13)),
  stage(`${level}Notice`,
    act('draftNotice', level === 'village' ? 'clerk' : 'checker', POSTED[level] - 1, 10),
    act('releaseNotice', 'second', POSTED[level], 9),
    act('recordPosting', level === 'village' ? 'clerk' : 'checker', POSTED[level], 10)),
  byClock(level === 'village' ? 'townCheck' : 'headSignoff', POSTED[level] + days),
]);

/** The stages of a programme from draft to approval. */
export const stagesOf = (programme: Programme): Stage[] => {
  const village = notice('village', noticeDays(programme, 'village'));
  const town = notice('town', noticeDays(programme, 'town'));
  const reviewed = town.length > 0 ? town : programme.notice === 'none'
    ? [stage('internalReview', act('pass', 'reviewer', 13)), stage('headSignoff', act('passAgain', 'otherReviewer', 15))]
    : [stage('headSignoff', act('pass', 'reviewer', 13))];
  return [
    stage('draft', act('open', 'clerk', 0)),
    stage('villageReview', act('submit', 'clerk', 0, 10)),
    ...(village.length > 0 ? village : [stage('townCheck', act('vote', 'clerk', 1))]),
    stage('townReview', act('passCheck', 'checker', 11)),
    ...reviewed,
    ...(hasDistrictShare(programme)
      ? [stage('districtConfirm', act('sign', 'head', 22)), stage('approved', act('confirm', 'district', 24))]
      : [stage('approved', act('sign', 'head', 22))]),
  ];
};

type Turn = { readonly from: string; readonly acts: readonly Act[] };
const REFUSED = act('reject', 'reviewer', 13);
/** Turnings off the way, before payment: from which state, and what happened there. */
export const turnings: Readonly<Record<string, Turn>> = {
  villageNoticeDrafted: { from: 'villageNoticeDraft', acts: [act('draftNotice', 'clerk', 1, 10)] },
  townNoticeDrafted: { from: 'townNoticeDraft', acts: [act('draftNotice', 'checker', 14)] },
  objection: { from: 'villageNotice', acts: [act('object', 'clerk', 4)] },
  objectionRuling: { from: 'villageNotice', acts: [act('object', 'clerk', 4), act('judgeObjection', 'reviewer', 5), act('judgeObjection', 'otherReviewer', 5, 10, 1)] },
  withdrawn: { from: 'villageNotice', acts: [act('withdraw', 'clerk', 4)] },
  returned: { from: 'townCheck', acts: [act('sendBack', 'checker', 11)] },
  suspended: { from: 'townCheck', acts: [act('suspend', 'checker', 11)] },
  rejected: { from: 'townReview', acts: [REFUSED] },
  appealReview: { from: 'townReview', acts: [REFUSED, act('appeal', 'clerk', 15)] },
  rejectedFinal: { from: 'townReview', acts: [REFUSED, act('appeal', 'clerk', 15), act('decideAppeal', 'otherReviewer', 17, 9, 1)] },
};

/** What came after payment; `day` counts working days after the batch was closed, or after the bank's return. */
const REVOKED = [act('revoke', 'head', 1), act('confirmRevocation', 'district', 3)];
export const aftermaths: Readonly<Record<string, readonly Act[]>> = {
  paymentFailed: [],
  accountCheck: [act('correctAccount', 'clerk', 2)],
  revocationProposed: REVOKED.slice(0, 1),
  recovery: REVOKED,
  recovered: [...REVOKED, act('recordRecovery', 'finance', 6)],
  writeOffProposed: [...REVOKED, act('proposeWriteOff', 'finance', 6)],
  writtenOff: [...REVOKED, act('proposeWriteOff', 'finance', 6), act('signWriteOff', 'head', 8)],
};

/** Working days a claim may have stood in a state without its term having run out. */
export const patience = (state: string): number => ({ villageNotice: 5, townNotice: 3, villageReview: 3, townCheck: 6, townReview: 6, internalReview: 6, objection: 6, returned: 6, rejected: 10, appealReview: 8 })[state] ?? 7;
