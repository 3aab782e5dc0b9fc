/** The benefit programmes the office runs, one file each. */
import { elderSupport } from './elder-support.ts';
import { lateMarriageAward } from './late-marriage-award.ts';
import type { Programme } from './programme.ts';
import { quotaReturnAward } from './quota-return-award.ts';
import { specialSupport } from './special-support.ts';

export const programmes: readonly Programme[] = [quotaReturnAward, lateMarriageAward, elderSupport, specialSupport];

/** A running claim stays on the version it was filed under. */
export const findProgramme = (id: unknown, version?: number): Programme | undefined =>
  programmes.find((one) => one.id === id && (version === undefined || one.version === version));

export const getProgramme = (id: string, version: number): Programme => {
  const found = findProgramme(id, version);
  if (!found) throw new Error(`No programme ${id} of version ${version}`);
  return found;
};
