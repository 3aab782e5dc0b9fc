/** A tiny register in perfect order: a couple with a grown-up son, and a neighbour; each test spoils one thing. */
import { checkDigit } from '../../../workflows/office/citizen-id.ts';
import type { Act, Change, Entry, FiledClaim } from '../../../workflows/office/checks/facts.ts';
import { runChecks } from '../../../workflows/office/checks/run.ts';
import type { Material } from '../../../workflows/office/checks/run.ts';
import { demoUnits } from '../../../workflows/office/units.ts';

export const TODAY = '2026-11-23';
export const LIU = '999901101001';
export const XIN = '999901101002';

/** A number of the demo town that passes its own check. */
export const idOf = (birthDate: string, sequence: number): string => {
  const first = `999901${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first + checkDigit(first);
};

const person = (id: string, name: string, sex: '1' | '2', birthDate: string, rest: Partial<Entry>): Entry => ({
  id, name, sex, birthDate, unit: LIU, household: 'h1', code: `${LIU}010001`, idNumber: idOf(birthDate, sex === '1' ? 11 : 12), idMissingReason: null,
  ethnic: '01', marital: '10', marriageDate: null, spouse: null, relation: '02', hukouUnit: LIU, hukouAddress: '柳岸社区1楼1号', residenceAddress: '柳岸社区1楼1号',
  phone: `1001111${birthDate.slice(0, 4)}`, account: `0000${id}`, status: 'active', lastVerified: '2026-10-10', ...rest,
});

const register: readonly Entry[] = [
  person('husband', '王文涵', '1', '1975-04-12', { marital: '21', marriageDate: '2000-05-01', spouse: 'wife' }),
  person('wife', '李晓静', '2', '1977-08-30', { marital: '21', marriageDate: '2000-05-01', spouse: 'husband', relation: '12' }),
  person('son', '王佳林', '1', '2004-02-29', { relation: '20', phone: null, account: null }),
  person('neighbour', '张思远', '2', '1990-01-15', { household: 'h2' }),
];

export const neighbour = (rest: Partial<Entry>): Entry => ({ ...register[3], ...rest }) as Entry;
/** The register with some people changed, by id. */
export const withChanged = (patches: Readonly<Record<string, Partial<Entry>>>): Pick<Material, 'entries'> => ({ entries: register.map((one) => ({ ...one, ...patches[one.id] })) });
export const withMore = (...more: readonly Entry[]): Pick<Material, 'entries'> => ({ entries: [...register, ...more] });

export const change = (rest: Partial<Change>): Change => ({ resident: 'wife', unit: LIU, at: '2026-11-20T02:00:00.000Z', changedOn: '2026-11-18', marital: null, note: null, ...rest });
export const claim = (values: FiledClaim['values']): FiledClaim => ({ case: 'claim-1', resident: 'wife', unit: LIU, values });
const actOn = (n: number, rest: Partial<Act>): Act => ({ resident: `p${n}`, unit: LIU, person: 'village01', at: '2026-11-20T02:00:00.000Z', answer: 'same', method: 'visit', remark: null, ...rest });
/** Answers to so many records, each made from its place. */
export const acts = (count: number, rest: (n: number) => Partial<Act>): Act[] => Array.from({ length: count }, (_, n) => actOn(n, rest(n)));
/** An instant of the 20th, so many seconds after ten in the morning in the office's zone. */
export const after = (seconds: number): string => new Date(Date.parse('2026-11-20T02:00:00.000Z') + seconds * 1_000).toISOString();

export const run = (material: Partial<Material>) => runChecks({ entries: register, units: demoUnits, today: TODAY, demo: true, ...material });
export const rulesFound = (material: Partial<Material>): string[] => [...new Set(run(material).map(({ rule }) => rule))].toSorted();
