/** Seals the log rows of the last minute into the office chain. */
import { systemNow } from '../office.ts';
import type { Office } from '../office.ts';
import { sealRows } from '../store/seals.ts';

/** Seals all there is; gives how many rows. Signatures carry the machine's time, whatever the office's clock says. */
export const sealOffice = async (office: Office): Promise<number> => {
  let total = 0;
  for (;;) {
    const sealed = await sealRows(office.db, office.keys, office.district, systemNow());
    if (sealed === 0) return total;
    total += sealed;
  }
};
