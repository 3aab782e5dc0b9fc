/** The shape of a commendation scheme, and the six things a household is scored by. */
import type { Day, Text } from '../../kit/words.ts';

export type Level = 'village' | 'town' | 'district';

export type Scheme = {
  readonly id: string;
  readonly title: Text;
  /**
   * Number of the document that approves the commendation item; null where there is none: the outcome then is a story
   * or a recommendation upward, without title, plaque or prize (创建示范活动管理办法; commendation items need approval).
   */
  readonly approvalDocument: string | null;
  /** Nominations are made from the first to the last of these days. */
  readonly openFrom: Day;
  readonly openUntil: Day;
  /** Places: for each village, for the town, for the town's recommendations to the district. */
  readonly places: Readonly<Record<Level, number>>;
  /** Working days a notice hangs. */
  readonly noticeDays: { readonly village: number; readonly town: number };
  /** Points by criterion, 100 in all; none may rest on number, sex or timing of children, nor on petitioning. */
  readonly points: Readonly<Record<Criterion, number>>;
  /** Mean score from which a household is selected. */
  readonly passMark: number;
  /** Equal means are told apart by the mean of these criteria in turn, and last by who was nominated earlier. */
  readonly ties: readonly Criterion[];
  readonly titleYears: number;
};

export const criteria = ['harmony', 'upbringing', 'elders', 'neighbours', 'honesty', 'opinion'] as const;
export type Criterion = (typeof criteria)[number];

/** The rule on ties in words. */
export const tieRule = ({ ties }: Pick<Scheme, 'ties'>): Text => ({
  zh: `平均分相同的，依次比较${ties.map((name) => `“${criterionLabels[name].zh}”`).join('、')}得分；仍相同的，提交推荐在先者优先`,
  en: `Equal means are told apart by the points for ${ties.map((name) => `“${criterionLabels[name].en}”`).join(', then ')}; and last by who was nominated earlier`,
});

export const criterionLabels: Readonly<Record<Criterion, Text>> = {
  harmony: { zh: '家庭和睦', en: 'Harmony at home' },
  upbringing: { zh: '科学育儿、重视教育', en: 'Upbringing and education' },
  elders: { zh: '孝老爱亲', en: 'Care for the elderly' },
  neighbours: { zh: '邻里互助、热心公益', en: 'Helping neighbours and the public good' },
  honesty: { zh: '诚信守法', en: 'Honesty and law' },
  opinion: { zh: '群众评议', en: 'Opinion of the neighbours' },
};
