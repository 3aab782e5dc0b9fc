/** What a workflow declares of its report: figures that are questions, and how they are told; counted live, and frozen by the event that signs them. */
import type { Case, Counted, Data, Figures, FiguresQuery, Instant, Line, OtherCase, Step, TallyQuery, Text } from './words.ts';

/** The number that a figure's name in braces stands for in a sentence: `{listed}`; a share's, or a kept sum's, likewise. */
export type Sentence = Text;
/** One figure as a part of another, in per cent; hidden where either tells of too few. */
export type ShareOf = { readonly label: Text; readonly hits: string; readonly of: string };
/** What the case of each unit keeps: a number that adds up over the units, or a word. `people`: too few of them are not shown. */
export type Kept = { readonly label: Text; readonly of: (child: OtherCase) => number | Text | null; readonly adds?: 'people' | 'things' };
/** A share by which units are held against all together, and what was said of it. */
export type Monitored = ShareOf & { readonly said: (child: OtherCase) => string | null };

export type Column = { readonly figure: string } | { readonly share: string } | { readonly kept: string };
export type Part =
  | { readonly kind: 'text'; readonly title: Text; readonly says: readonly Sentence[] }
  /** What was written into a field of the form of a step. */
  | { readonly kind: 'written'; readonly title: Text; readonly step: Step; readonly field: string }
  /** A row for each unit, and one for all. */
  | { readonly kind: 'table'; readonly title: Text; readonly columns: readonly Column[] }
  /** A bar for each unit, made of these figures. */
  | { readonly kind: 'bars'; readonly title: Text; readonly figures: readonly string[] }
  /** Units that lie too far from all together, by mean monitoring. */
  | { readonly kind: 'monitoring'; readonly title: Text };

export type Report = {
  readonly title: Text;
  /** What it is about, under the title. */
  readonly about: (one: Case) => Text;
  /** Whose cases it covers, all of them: the list that is frozen. */
  readonly covers: (one: Case) => readonly TallyQuery[];
  /** The workflow with a case for each unit. */
  readonly children: string;
  readonly figures: Readonly<Record<string, { readonly label: Text; readonly counts: (one: Case) => TallyQuery }>>;
  /** Figures that others add up to: what is hidden must not follow from the rest. */
  readonly sums: readonly { readonly all: string; readonly parts: readonly string[] }[];
  readonly shares: Readonly<Record<string, ShareOf>>;
  readonly kept: Readonly<Record<string, Kept>>;
  /** Of kept sums: how many of the second are not among the first, in per cent. */
  readonly accuracy?: { readonly name: string; readonly wrong: string; readonly of: string };
  readonly monitored: Readonly<Record<string, Monitored>>;
  readonly parts: readonly Part[];
  /** Who signs, in this order; the last freezes it. */
  readonly signatures: readonly { readonly step: Step; readonly label: Text }[];
};

/** What is told of one unit. */
export type Told = { readonly child: string; readonly kept: Readonly<Record<string, number | Text | null>>; readonly said: Readonly<Record<string, string>> };
/** The figures of one moment, each with its question. */
export type Snapshot = {
  readonly at: Instant; readonly cases: number; readonly digest: string;
  readonly figures: Readonly<Record<string, Counted & { readonly query: TallyQuery }>>;
  readonly units: Readonly<Record<string, Told>>;
};
/** As they stood when they were signed: one for each round, never changed afterwards. `version`: the case's by that event. */
export type Frozen = Snapshot & { readonly round: number; readonly version: number };

export const questionOf = (report: Report, one: Case): FiguresQuery => ({
  ask: 'figures', covers: report.covers(one), children: { workflow: report.children, parent: one.id },
  figures: Object.fromEntries(Object.entries(report.figures).map(([name, { counts }]) => [name, counts(one)])),
});

const toldOf = (report: Report, child: OtherCase): Told => ({
  child: child.id,
  kept: Object.fromEntries(Object.entries(report.kept).map(([name, { of }]) => [name, of(child)])),
  said: Object.fromEntries(Object.entries(report.monitored).flatMap(([name, { said }]) => { const words = said(child); return words ? [[name, words]] : []; })),
});

export const snapshotOf = (report: Report, one: Case, { figures, children, cases, digest }: Figures, at: Instant): Snapshot => {
  const asked = questionOf(report, one).figures;
  return {
    at, cases, digest,
    figures: Object.fromEntries(Object.entries(figures).flatMap(([name, counted]) => (asked[name] ? [[name, { ...counted, query: asked[name] }]] : []))),
    units: Object.fromEntries(children.map((child) => [child.unit, toldOf(report, child)])),
  };
};

/** What the signing event keeps: the rounds before as they were, and this one. */
export const freeze = (report: Report, one: Case, figures: Figures, at: Instant): { frozen: readonly Frozen[] } =>
  ({ frozen: [...frozenOf(one), { ...snapshotOf(report, one, figures, at), round: one.memory.round, version: one.version + 1 }] });

/** Earlier rounds as they were, and the present one. */
export const frozenOf = ({ data }: Pick<Case, 'data'>): readonly Frozen[] => (data['frozen'] ?? []) as readonly Frozen[];

/** The list of cases that a figure counts, in the words of lists. */
export const filterOf = ({ parent, unit, states, ids, where }: TallyQuery): Data => ({
  ...where, ...(parent !== undefined && { parent }), ...(unit !== undefined && { unit }), ...(states && { state: states }), ...(ids && { id: ids }),
});

/** The same list once the figure is frozen: those it counted then, whatever became of them. */
export const countedAs = (caseId: string, round: number, figure: string): string => `${caseId}/${round}/${figure}`;
export const readCounted = (text: string): { readonly caseId: string; readonly round: number; readonly figure: string } | null => {
  const [, caseId, round, figure] = /^([^/]+)\/(\d{1,6})\/([A-Za-z0-9]+)$/.exec(text) ?? [];
  return caseId !== undefined && figure !== undefined ? { caseId, round: Number(round), figure } : null;
};

/** A case as far as counting goes. */
export type Countable = Pick<Case, 'id' | 'workflow' | 'parent' | 'key' | 'subject' | 'unit' | 'state' | 'data'>;

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** Whether a tally counts the case. */
export const fits = (one: Countable, query: TallyQuery): boolean =>
  one.workflow === query.workflow && one.id !== query.except &&
  (['parent', 'key', 'subject', 'unit'] as const).every((name) => query[name] === undefined || one[name] === query[name]) &&
  (query.states === undefined || query.states.includes(one.state)) && (query.ids === undefined || query.ids.includes(one.id)) &&
  Object.entries(query.where ?? {}).every(([field, value]) => asText(one.data[field]) === value);

/** What a digest is over. */
export const listText = (lines: readonly Line[]): string => lines.map(({ id, version, head }) => `${id} ${version} ${head}`).join('\n');

/** `lines`: the cases covered, in the order of their ids. */
export const countFigures = (lines: readonly (Line & Countable)[], { figures }: Pick<FiguresQuery, 'figures'>, hash: (text: string) => string) => ({
  cases: lines.length,
  digest: hash(listText(lines)),
  figures: Object.fromEntries(Object.entries(figures).map(([name, query]): [string, Counted] => {
    const counted = lines.filter((one) => fits(one, query));
    const by: Record<string, number> = {};
    for (const { unit } of counted) by[unit] = (by[unit] ?? 0) + 1;
    return [name, { by, hash: hash(listText(counted)) }];
  })),
});

/** Names of the figures that count the case. */
export const figuresAbout = (one: Countable, { figures }: Pick<FiguresQuery, 'figures'>): string[] => Object.entries(figures).filter(([, query]) => fits(one, query)).map(([name]) => name);
