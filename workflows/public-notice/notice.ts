/** What a notice holds, what its decisions ask of the cases in it, and the kit's words typed by both. */
import { wordsFor, type FieldsOf, type Question, type WorkflowOf } from '../kit/workflow.ts';
import type { Day, Rolled, State, Tally, Text } from '../kit/words.ts';
import type { NoticeLevel, PublicLine } from '../office/gathered.ts';
import type { forms } from './forms.ts';

/** Of which processes cases are gathered. */
export const kinds = ['benefit-claim', 'model-household'] as const;
export type Kind = (typeof kinds)[number];
export const kindNames: Readonly<Record<Kind, Text>> = {
  'benefit-claim': { zh: '惠民待遇申请', en: 'Benefit claims' },
  'model-household': { zh: '家佳示范户推荐', en: 'Model households' },
};

export type Listed = PublicLine & { readonly no: number; readonly case: string };
export type Fields = FieldsOf<typeof forms>;
type Given<K extends keyof Fields> = NonNullable<Fields[K]>;
export type Notice = {
  readonly kind: Kind; readonly level: NoticeLevel; readonly title: string; readonly ground: string;
  readonly days: number; readonly noticePlace: string; readonly noticePhone: string;
  /** As handed in: nothing else is ever shown. */
  readonly listed?: readonly Listed[];
  readonly lines?: number;
  readonly releasedOn?: Day | null;
  readonly sheet?: Given<'sheet'> | null;
  /** By a photograph, or by a second person who saw it hang. */
  readonly proven?: boolean;
  readonly lastDay?: Day | null;
  readonly takenDownOn?: Day; readonly whyTakenDown?: string;
};

export type Facts = {
  readonly gathered: readonly Rolled[] | null;
  /** Cases whose own term still runs, or stands still for an objection, an appeal against it or a suspension. */
  readonly hanging: Tally | null;
};
export type Asked<K extends keyof Facts = never> = Question<Notice, Fields, Pick<Facts, K>>;
export const { arrow, reading, define } = wordsFor<Notice, Fields, Facts>();

export const GATHERED: readonly State[] = ['villageGathered', 'townGathered'];
export const HANGING: readonly State[] = ['villageNotice', 'townNotice'];
/** Whoever was refused for an objection and may still appeal comes back to the days that were left. */
const HELD: readonly State[] = ['objection', 'objectionRuling', 'suspended', 'rejected', 'appealReview'];

const tally = (states: readonly State[]) => ({ case: { id, data } }: { readonly case: { readonly id: string; readonly data: Notice } }) =>
  (data.kind ? { ask: 'tally' as const, workflow: data.kind, where: { notice: id }, states } : null);

export const facts: WorkflowOf<Notice, Fields, Facts>['facts'] = {
  gathered: ({ case: { id, data } }) => (data.kind ? { ask: 'roll', workflow: data.kind, where: { notice: id }, states: GATHERED, fields: ['posting'] } : null),
  hanging: tally([...HANGING, ...HELD]),
};

export const listedFrom = (gathered: readonly Rolled[]): Listed[] => gathered.map(({ id, values }, i) => ({ no: i + 1, case: id, ...(values['posting'] as PublicLine) }));

/** The same cases saying the same of themselves as when the list was handed in. */
export const sameList = (listed: readonly Listed[], gathered: readonly Rolled[]): boolean =>
  listed.length === gathered.length && listedFrom(gathered).every((line, i) => {
    const other = listed[i];
    return other !== undefined && other.case === line.case && other.name === line.name && other.fen === line.fen && other.text === line.text && other.about.zh === line.about.zh;
  });
