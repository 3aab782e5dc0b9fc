/** Whether the lists that signed reports froze are those that were signed, case by case as their logs say. */
import { frozenOf, listText } from '../../workflows/kit/report.ts';
import type { Frozen } from '../../workflows/kit/report.ts';
import type { Case } from '../../workflows/kit/words.ts';
import type { Office } from '../office.ts';
import { sha256 } from '../store/chain.ts';
import { findFrozen, findUnfrozen } from '../store/frozen.ts';
import type { FrozenLine } from '../store/frozen.ts';
import type { Fault } from './verify-chains.ts';

const sumOf = (by: Readonly<Record<string, number>>): number => Object.values(by).reduce((sum, one) => sum + one, 0);

/** The list against what the case, and so its chain, says of it: as a whole, and of each figure. */
const isAsSigned = ({ digest, cases, figures }: Frozen, lines: readonly FrozenLine[]): boolean =>
  lines.length === cases && sha256(listText(lines)) === digest &&
  Object.entries(figures).every(([name, { hash, by }]) => {
    const counted = lines.filter((line) => line.figures.includes(name));
    return counted.length === sumOf(by) && sha256(listText(counted)) === hash;
  });

/** The case itself is whole already; so are, by their own chains, the cases on its lists. */
export const faultsInReports = async ({ db, district }: Office, one: Case): Promise<Fault[]> => {
  const faults: Fault[] = [];
  for (const frozen of frozenOf(one)) {
    if (!isAsSigned(frozen, await findFrozen(db, district, one.id, frozen.round))) faults.push({ what: 'list-changed', caseId: one.id, version: frozen.version });
    for (const { id, version } of await findUnfrozen(db, district, one.id, frozen.round)) faults.push({ what: 'list-changed', caseId: id, version });
  }
  return faults;
};
