/** Whose registers somebody may look into, and whom they see unmasked. */
import { holds, unitsIn, unitsOf } from '../asker.ts';
import type { Asker } from '../asker.ts';

/** Whose work needs the register; the administrator of the system is not among them. */
const READERS = ['village_clerk', 'town_clerk', 'reviewer', 'finance', 'town_head', 'district_officer', 'privacy_officer', 'auditor'];
/** The auditor follows the trail and sees people masked. */
const MASKED_ONLY = ['auditor'];
const OPEN = READERS.filter((post) => !MASKED_ONLY.includes(post));

export const mayReadRegister = (asker: Asker): boolean => READERS.some((post) => holds(asker, post));
/** Units whose register the asker may read. */
export const readableUnits = (asker: Asker): string[] => unitsOf(asker, READERS);
/** Units whose people the asker may see unmasked. */
export const openUnits = (asker: Asker): string[] => unitsOf(asker, OPEN);
/** The same in the cases of one process, posts held for others included: these open no register. */
export const openUnitsIn = (asker: Asker, workflow: string): string[] => unitsIn(asker, workflow, OPEN);
