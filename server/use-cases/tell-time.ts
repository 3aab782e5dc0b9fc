/** The office's time for anybody, and whether its database answers. */
import type { Instant } from '../../workflows/kit/words.ts';
import { systemNow } from '../office.ts';
import type { Office } from '../office.ts';
import { findSteppedNow, ping } from '../store/office-row.ts';

export const tellTime = async ({ db, district, clock }: Pick<Office, 'db' | 'district' | 'clock'>): Promise<Instant> =>
  (clock === 'manual' ? await findSteppedNow(db, district) : null) ?? systemNow();

/** Throws where it does not answer. */
export const askDatabase = ({ db }: Pick<Office, 'db'>): Promise<void> => ping(db);
