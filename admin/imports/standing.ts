/** Where an import stands, in one sentence. */
import type { ImportRecord } from '../provider/records.ts';
import { useImportWords } from './use-imports.ts';

export const useStanding = (): ((one: ImportRecord) => string) => {
  const say = useImportWords();
  return ({ state, rows, good, loaded, skipped }) => say(state, { rows, good, loaded, taken: loaded - skipped });
};
