/** What a claim that is being judged says beside the register. */
import type { Case } from '../kit/words.ts';
import type { Claim } from './claim.ts';
import { payingStates } from './states/paying.ts';

/** Still with whoever files it, or decided. */
const isJudged = (state: string): boolean => state !== 'draft' && state !== 'returned' && !(state in payingStates);

export const filed = ({ state, data }: Case<Claim>) => (!isJudged(state) ? null : {
  resident: data.applicant,
  values: [
    { field: 'name', claimed: data.accountHolder ?? null },
    { field: 'account', claimed: data.accountNo ?? null },
    { field: 'spouse', claimed: data.spouse?.spouseIdNumber ?? null },
    { field: 'marriageDate', claimed: data.marriage?.registeredOn ?? null },
  ],
});
