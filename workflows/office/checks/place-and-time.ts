/** Checks of where an entry is kept and when it was last looked at (D27, D29). */
import { monthsBefore } from '../days.ts';
import { about, entryRule, hitIf } from './rule.ts';

const MONTHS_UNVERIFIED = 6;

export const placeAndTime = [
  entryRule({
    id: 'D27', level: 'warning', dimension: 'cross',
    reads: ['residenceAddress'],
    title: { zh: '居住地不在本村居', en: 'Lives in another village' },
    explanation: { zh: '居住地址属于另一个村居，与核实批次的村居不同。', en: 'The address of residence lies in another village than the one that verifies the record.' },
    remedy: { zh: '确已搬迁的，移交居住地村居核实；地址有误的，更正地址。', en: 'Hand the record to the village where the person lives, or correct the address.' },
    find: ({ entry, units }) => {
      const named = units.namedBy(entry.residenceAddress);
      return hitIf(named.length > 0 && !named.includes(entry.unit), () => about(entry, 'residenceAddress', { unit: named[0] ?? '' }));
    },
  }),
  entryRule({
    id: 'D29', level: 'information', dimension: 'timely',
    reads: ['lastVerified'],
    title: { zh: '超过六个月未核实', en: 'Not verified for more than six months' },
    explanation: { zh: '每条记录应在六个月内核实一次；抽样确认不算核实。', en: 'Every record should be verified within six months; a confirmation by sample does not count.' },
    remedy: { zh: '列入本期核实。', en: 'Put it on this month’s list.' },
    find: ({ entry, today }) => hitIf(entry.lastVerified === null || entry.lastVerified < monthsBefore(today, MONTHS_UNVERIFIED), () => about(entry, 'lastVerified')),
  }),
];
