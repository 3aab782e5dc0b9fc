/** One office for all stories: it takes longer to open than most of them to tell. `OFFICE_AT` names one that is open already. */
import type { TestProject } from 'vitest/node';
import { startOffice } from './office.ts';

declare module 'vitest' {
  interface ProvidedContext { officeAt: string }
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const open = process.env['OFFICE_AT'];
  const office = open ? { base: open, stop: () => Promise.resolve() } : await startOffice();
  provide('officeAt', office.base);
  return office.stop;
};
