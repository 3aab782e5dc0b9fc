/** Whom outcomes happen to, and who takes the steps: people of the demo town whom its own past has left out, going round the villages. */
import { claimantsOf } from '../../workflows/benefit-claim/demo/people.ts';
import { getWorkflow } from '../../workflows/index.ts';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { isName } from '../../workflows/office/names.ts';
import { getProgramme } from '../../workflows/office/programmes/index.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Role } from './outcome.ts';

export type Seats = Readonly<Record<Role, string>>;
export type People = {
  readonly villages: readonly string[];
  /** By what they are to a case of the village; who holds a post that several hold changes from turn to turn. */
  seats(village: string, turn: number): Seats;
  /** The opening form of somebody there who is entitled; null where nobody is left. */
  findClaimant(village: string, programme: string): Data | null;
  /** Of a household there that nobody has nominated. */
  household(village: string): Data;
};

/** What the town's own past has opened of a process, by the field that says about whom. */
const inThePast = (town: Town, at: Instant, workflow: string, field: string): Set<unknown> =>
  new Set((getWorkflow(workflow).demo?.(town, at) ?? []).filter(({ event }) => event === 'open').map(({ data }) => data[field]));

const pick = <T>(from: readonly T[], turn: number): T => {
  const found = from[turn % from.length];
  if (found === undefined) throw new Error('Nobody there holds the post.');
  return found;
};

/** `past`: whether the town's own past was told. */
export const peopleOf = (town: Town, at: Instant, { past }: { readonly past: boolean }): People => {
  const holders = (post: string, unit?: string): string[] => town.staff.filter(({ posts }) => posts.some((held) => held.post === post && (unit === undefined || held.unit === unit))).map(({ id }) => id);
  const villages = [...new Set(town.residents.map(({ unit }) => unit))].toSorted();
  const [claimed, nominated] = past ? [inThePast(town, at, 'benefit-claim', 'applicant'), inThePast(town, at, 'model-household', 'household')] : [new Set(), new Set()];
  const next = claimantsOf(town);
  const names = new Map(town.residents.map(({ id, name }) => [id, name]));
  const related = new Set(town.relations.map(({ resident }) => town.residents.find(({ id }) => id === resident)?.household));
  const homes = Map.groupBy(town.households.filter(({ id, head }) => !related.has(id) && !nominated.has(id) && isName(names.get(head) ?? '')), ({ unit }) => unit);

  return {
    villages,
    seats: (village, turn) => {
      const of = (post: string, n: number): string => pick(holders(post), turn + n);
      return {
        clerk: pick(holders('village_clerk', village), 0), checker: of('town_clerk', 0), second: of('town_clerk', 1), third: of('town_clerk', 2), r1: of('reviewer', 0), r2: of('reviewer', 1), r3: of('reviewer', 2),
        head: of('town_head', 0), otherHead: of('town_head', 1), finance: of('finance', 0), finance2: of('finance', 1), district: of('district_officer', 0), otherDistrict: of('district_officer', 1),
      };
    },
    findClaimant: (village, programme) => {
      for (;;) {
        const found = next(getProgramme(programme), dayOf(at), villages.indexOf(village));
        if (found?.resident.unit !== village) return null;
        if (!claimed.has(found.resident.id)) return found.form;
      }
    },
    household: (village) => {
      const found = homes.get(village)?.shift();
      if (!found) throw new Error(`No household is left in ${village}.`);
      return { household: found.id, members: [{ name: names.get(found.head), relation: '02', consentReference: `同意书${found.id}`, signedOn: dayOf(at) }] };
    },
  };
};
