/** Which way an event goes, by its form, by what the case remembers, or by its programme. */
import { isCarried } from '../office/fields.ts';
import type { Asked, Claim, Fields } from './claim.ts';
import { hasDistrictShare } from '../office/programmes/programme.ts';
import { doneThisRound, owesNotice, programmeOf } from './rounds.ts';

type Basis = keyof Claim & keyof Fields;
/** What check, notice or amount rest on. An account is none of these: the bank's return judges it. */
const BASIS: readonly Basis[] = ['entitlementDate', 'amountClaimed', 'spouse', 'marriage', 'quotaDocument', 'certificate'];

const changes = ({ case: { data }, form }: Asked): boolean =>
  BASIS.some((name) => form[name] !== undefined && JSON.stringify(form[name]) !== JSON.stringify(data[name]));

const outcomes = ({ case: { memory } }: Asked): unknown[] => memory.marks.map(({ data }) => data['outcome']);
const openCount = ({ case: { data } }: Asked): number => (data.objections ?? []).filter(({ standing }) => standing === 'open').length;

export const branches = {
  voteLost: ({ form }: Asked) => !form.minutes || !isCarried(form.minutes),
  neverPosted: ({ case: { data } }: Asked) => programmeOf(data).notice === 'none',
  owesVillageNotice: ({ case: one }: Asked) => owesNotice(one, 'village'),
  owesTownNotice: ({ case: one }: Asked) => owesNotice(one, 'town'),
  checkedThisRound: ({ case: one }: Asked) => doneThisRound(one, 'townCheck.passCheck'),
  /** Before the village has voted nothing has rested on anything yet. */
  basisChanged: (asked: Asked) => asked.case.memory.origins['returned'] !== 'villageReview' && changes(asked),
  alreadyReminded: ({ case: { data } }: Asked) => data.returned?.reminded === true,
  paidBefore: ({ case: { data } }: Asked) => (data.paid ?? 0) > 0,
  remindedAndPaid: (asked: Asked) => branches.alreadyReminded(asked) && branches.paidBefore(asked),
  oneMark: (asked: Asked) => outcomes(asked).length < 2,
  reviewersDisagree: (asked: Asked) => new Set(outcomes(asked)).size > 1,
  upheld: ({ form }: Asked) => form.outcome === 'upheld',
  moreObjections: (asked: Asked) => openCount(asked) > 1,
  districtPays: ({ case: { data } }: Asked) => hasDistrictShare(programmeOf(data)),
  nothingToPay: ({ case: { data } }: Asked) => data.amount === 0,
  granted: ({ form }: Asked) => form.appealOutcome === 'granted',
  recoveredInPart: ({ case: { data }, form }: Asked) => (form.recoveredFen ?? Infinity) < (data.revocation?.fen ?? 0) - (data.recovered ?? 0),
};
