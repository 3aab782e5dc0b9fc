/** The benefit programmes the office runs, one file each. */
import { elderSupport } from './elder-support.ts';
import { lateMarriageAward } from './late-marriage-award.ts';
import type { Programme } from './programme.ts';
import { quotaReturnAward } from './quota-return-award.ts';
import { specialSupport } from './special-support.ts';

export const programmes: readonly Programme[] = [quotaReturnAward, lateMarriageAward, elderSupport, specialSupport];

/** A programme as it first was; its later versions are cases. */
export const findProgramme = (id: unknown): Programme | undefined => programmes.find((one) => one.id === id);

export const getProgramme = (id: string): Programme => {
  const found = findProgramme(id);
  if (!found) throw new Error(`No programme ${id}`);
  return found;
};
