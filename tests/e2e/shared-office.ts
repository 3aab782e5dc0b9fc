/** One office for all stories of a lane: it takes longer to open than most of them to tell. `OFFICE_AT` names one that is open already. */
import type { TestProject } from 'vitest/node';
import { copyTold, placeToTell } from '../tools/told-town.ts';
import { openGate } from './gate.ts';
import { startOffice } from './office.ts';

declare module 'vitest' {
  interface ProvidedContext { officeAt: string; gateAt: number }
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const open = process.env['OFFICE_AT'];
  const place = placeToTell();
  const gate = await openGate();
  const office = open ? { base: open, stop: () => Promise.resolve() } : await startOffice(copyTold);
  provide('officeAt', office.base);
  provide('gateAt', gate.port);
  return async () => {
    gate.close();
    await office.stop();
    place.remove();
  };
};
