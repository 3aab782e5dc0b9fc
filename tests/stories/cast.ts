/** The town the stories happen in: the small synthetic one, and people and homes that meet the conditions of every programme. */
import { openingFor } from '../../workflows/benefit-claim/examples.ts';
import { findProgramme } from '../../workflows/office/programmes/index.ts';
import type { Data, Entry, Instant } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Household, Resident, Staff, Town } from '../../workflows/office/demo-town/town.ts';
import { dayOf } from '../../workflows/office/working-days.ts';

export const MONDAY: Instant = '2026-11-23T01:00:00.000Z';
export const TOWN = '999901101';
export const village = (n: number): string => `${TOWN}${String(n).padStart(3, '0')}`;

const NAMES = ['安知远', '白若谷', '程一诺', '段思齐', '方静好', '高望舒', '何以宁', '纪明朗', '孔嘉言', '林清和', '马知行', '南星河', '欧致远', '潘乐山', '秦若水', '任书言', '沈听澜', '唐明哲', '王守拙', '徐见山', '杨景行', '张怀瑾', '周子衿', '朱长风'];
const PLACES = [3, 1, 2];
/** Whom a story is about: the nth of them lives in village 3, 1, 2, 3, 1, … */
export const personId = (n: number): string => `p9${String(n).padStart(5, '0')}`;
export const homeId = (n: number): string => `h9${String(n).padStart(5, '0')}`;
export const placeOf = (n: number): string => village(PLACES[n % PLACES.length] ?? 1);
export const clerkOf = (n: number): string => `village${String(PLACES[n % PLACES.length] ?? 1).padStart(2, '0')}`;

const resident = (n: number): Resident => ({
  id: personId(n), household: homeId(n), unit: placeOf(n), code: `${placeOf(n)}99${String(n).padStart(4, '0')}`, name: NAMES[n % NAMES.length] ?? '', sex: '2', birthDate: '1970-05-01',
  idNumber: null, idMissingReason: 'not_shown', ethnic: '01', marital: '21', marriageDate: '2012-06-01', spouse: null, relation: '02',
  hukouUnit: placeOf(n), hukouAddress: '合成路1组1号', residenceAddress: '合成路1组1号', phone: null, account: null, status: 'active', lastVerified: '2026-06-01',
});
const home = (n: number): Household => ({ id: homeId(n), unit: placeOf(n), address: '合成路1组1号', head: personId(n) });

/** Two people who hold every post that takes part: what is refused to them is refused for what they did. */
const allPosts = (id: string, name: string): Staff => ({ id, name, posts: [
  { post: 'village_clerk', unit: village(3) }, ...['town_clerk', 'reviewer', 'finance', 'town_head', 'privacy_officer'].map((post) => ({ post, unit: TOWN })), { post: 'district_officer', unit: '999901' },
] });

export const withCast = (town: Town): Town => ({
  ...town, staff: [...town.staff, allPosts('all1', '万事通'), allPosts('all2', '多面手')], residents: [...town.residents, ...NAMES.map((_, n) => resident(n))], households: [...town.households, ...NAMES.map((_, n) => home(n))],
  /** One of them is a relative of reviewer 1. */
  relations: [...town.relations, { person: 'reviewer1', resident: personId(RELATIVE) }],
});
export const RELATIVE = 20;

/** A village whose register has errors passes no month: the stories happen where there are none. */
const inOrder = (town: Town): Town => {
  const planted = new Set(town.planted.filter(({ rule }) => ['D05', 'D06', 'D10'].includes(rule)).flatMap(({ residents }) => residents));
  return { ...town, residents: town.residents.map((one) => (planted.has(one.id) ? { ...one, name: '林安宁', idNumber: null, idMissingReason: 'not_shown' } : one)) };
};

export const storyTown = (): Town => withCast(inOrder(makeTown({ scale: 'small' })));

/** The opening form of the nth person's claim. */
export const claims = (programme: string, n: number, change: Data = {}) => (now: Instant): Data => {
  const found = findProgramme(programme);
  if (!found) throw new Error(`No programme ${programme}`);
  const entry: Entry = { id: personId(n), unit: placeOf(n), values: { ...resident(n) } };
  return { ...openingFor(found, entry, dayOf(now)), ...change };
};
