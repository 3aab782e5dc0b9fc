/** The shapes of the synthetic town: every person in it is made up, and marked so. */
import type { Day } from '../../kit/words.ts';
import type { PostAtUnit } from '../../kit/words.ts';
import type { Unit } from '../units.ts';

/** A member of staff; `id` is the sign-in name. */
export type Staff = { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[] };

/** One entry of the register of family-benefit contacts. Codes are those of office/codes.ts. */
export type Resident = {
  readonly id: string; readonly household: string; readonly unit: string;
  /** 18 digits: 12 of the unit, 2 of the group, 4 serial. */
  readonly code: string;
  readonly name: string; readonly sex: string; readonly birthDate: Day | null;
  readonly idNumber: string | null; readonly idMissingReason: string | null;
  readonly ethnic: string; readonly marital: string; readonly marriageDate: Day | null; readonly spouse: string | null;
  /** Relation to the head of the household, GB/T 4761. */
  readonly relation: string;
  readonly hukouUnit: string; readonly hukouAddress: string; readonly residenceAddress: string;
  readonly phone: string | null; readonly account: string | null;
  readonly status: 'active' | 'moved' | 'deceased';
  readonly lastVerified: Day | null;
};

export type Household = { readonly id: string; readonly unit: string; readonly address: string; readonly head: string };
/** A declared relation between staff and a resident: the ground of recusal (回避). */
export type Relation = { readonly person: string; readonly resident: string };
export type Fund = { readonly id: string; readonly tier: 'district' | 'town' | 'village'; readonly year: number; readonly fen: number };
/**
 * One finding a check must come upon: the residents it concerns, for D32 the village instead. D28, D30 and D31 lie in how
 * records were dealt with, not in the records: whoever replays the town's past deals with these residents in that way.
 */
export type Planted = { readonly rule: string; readonly residents: readonly string[]; readonly unit?: string };

export type Town = {
  readonly units: readonly Unit[]; readonly staff: readonly Staff[];
  readonly households: readonly Household[]; readonly residents: readonly Resident[];
  readonly relations: readonly Relation[]; readonly funds: readonly Fund[]; readonly planted: readonly Planted[];
};
