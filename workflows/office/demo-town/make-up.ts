/** The figures the synthetic town must come out at: who is on the register, and where its present cycle stands. */
import type { Day } from '../../kit/words.ts';

/** The day ages are counted at. */
export const COUNTED_ON: Day = '2026-11-01';

export type BatchStand = 'passed' | 'townReview' | 'inProgress' | 'returned';
/** One village of the full cycle, mid-way; consistent + corrected + unable + pending = records. */
export type VillageStand = {
  readonly unit: string; readonly records: number; readonly stand: BatchStand;
  readonly consistent: number; readonly corrected: number; readonly unable: number; readonly pending: number;
};

type Row = readonly [code: string, records: number, stand: BatchStand, consistent: number, corrected: number, unable: number, pending: number];

const rows: readonly Row[] = [
  ['001', 612, 'passed', 529, 70, 13, 0],
  ['002', 547, 'passed', 474, 62, 11, 0],
  ['003', 498, 'townReview', 431, 57, 10, 0],
  ['004', 455, 'passed', 394, 52, 9, 0],
  ['005', 402, 'inProgress', 218, 29, 5, 150],
  ['006', 371, 'passed', 321, 42, 8, 0],
  ['201', 356, 'passed', 308, 41, 7, 0],
  ['202', 338, 'passed', 293, 38, 7, 0],
  ['203', 322, 'townReview', 313, 2, 7, 0],
  ['204', 306, 'passed', 265, 35, 6, 0],
  ['205', 289, 'passed', 250, 33, 6, 0],
  ['206', 272, 'passed', 235, 31, 6, 0],
  ['207', 258, 'inProgress', 103, 13, 2, 140],
  ['208', 243, 'passed', 210, 28, 5, 0],
  ['209', 229, 'townReview', 172, 26, 31, 0],
  ['210', 214, 'returned', 150, 20, 4, 40],
  ['211', 196, 'passed', 170, 22, 4, 0],
  ['212', 184, 'inProgress', 76, 10, 2, 96],
];

/** The full town's villages in order. */
export const villageStands: readonly VillageStand[] = rows.map(([code, records, stand, consistent, corrected, unable, pending]) => ({
  unit: `999901101${code}`, records, stand, consistent, corrected, unable, pending,
}));

type Tally<K extends string = string> = readonly (readonly [K, number])[];

export type MakeUp = {
  readonly villages: readonly (readonly [unit: string, records: number])[];
  readonly sex: Tally<'1' | '2'>;
  /** Youngest and oldest age of a band, and how many. */
  readonly ages: readonly (readonly [from: number, to: number, count: number])[];
  readonly marital: Tally;
  readonly livingElsewhere: number;
  readonly withoutPhone: number;
  readonly withoutId: number;
};

export const fullMakeUp: MakeUp = {
  villages: villageStands.map(({ unit, records }) => [unit, records]),
  sex: [['2', 4_264], ['1', 1_828]],
  ages: [[20, 24, 402], [25, 29, 731], [30, 34, 1_035], [35, 39, 1_097], [40, 44, 1_036], [45, 49, 914], [50, 54, 548], [55, 60, 329]],
  marital: [['10', 731], ['21', 4_508], ['22', 305], ['23', 61], ['30', 122], ['40', 304], ['90', 61]],
  livingElsewhere: 914,
  withoutPhone: 183,
  withoutId: 24,
};

/** Three villages in about the same proportions, for tests. */
export const smallMakeUp: MakeUp = {
  villages: villageStands.slice(0, 3).map(({ unit }) => [unit, 20]),
  sex: [['2', 42], ['1', 18]],
  ages: [[20, 24, 4], [25, 29, 7], [30, 34, 10], [35, 39, 11], [40, 44, 10], [45, 49, 9], [50, 54, 6], [55, 60, 3]],
  marital: [['10', 8], ['21', 43], ['22', 3], ['23', 1], ['30', 1], ['40', 3], ['90', 1]],
  livingElsewhere: 9,
  withoutPhone: 2,
  withoutId: 1,
};

const TIMES = 6;
const more = <K extends string>(tally: Tally<K>): Tally<K> => tally.map(([name, count]) => [name, count * TIMES]);

/** As small, but somebody lives in every village: for the mock, where every clerk finds work. */
export const sampleMakeUp: MakeUp = {
  villages: villageStands.map(({ unit }) => [unit, 20]),
  sex: more(smallMakeUp.sex),
  ages: smallMakeUp.ages.map(([from, to, count]) => [from, to, count * TIMES]),
  marital: more(smallMakeUp.marital),
  livingElsewhere: smallMakeUp.livingElsewhere * TIMES,
  withoutPhone: smallMakeUp.withoutPhone * TIMES,
  withoutId: smallMakeUp.withoutId * TIMES,
};
