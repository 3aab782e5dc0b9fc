/** A report as it may be read: small numbers hidden, every figure with the list it counts, in both languages; screens and papers are made of this. */
import { isShown, judge, type Colour, type Share } from '../office/monitoring/mean.ts';
import { countedAs, filterOf, type Column, type Frozen, type Part, type Report, type Snapshot, type Told } from './report.ts';
import { hide, type Hidden, type Sum } from './suppress.ts';
import type { Case, Data, Instant, Text } from './words.ts';

/** Where a figure leads: to the cases it counts, or to the one that says it. */
export type Opens = { readonly workflow: string } & ({ readonly filter: Data } | { readonly id: string });
export type Cell = { readonly shown: Text; readonly value: number | null; readonly hidden?: Hidden; readonly opens?: Opens };
export type Row = { readonly unit: string | null; readonly name: Text; readonly cells: readonly Cell[] };
export type Piece = string | Cell;
export type Flag = { readonly unit: string; readonly name: Text; readonly indicator: Text; readonly records: Cell; readonly rate: Cell; readonly all: Cell; readonly colour: Colour; readonly said: string | null };
export type Bar = { readonly name: Text; readonly values: readonly Cell[] };
export type PartView =
  | { readonly kind: 'text'; readonly title: Text; readonly says: readonly { readonly zh: readonly Piece[]; readonly en: readonly Piece[] }[] }
  | { readonly kind: 'written'; readonly title: Text; readonly words: string | null }
  | { readonly kind: 'table'; readonly title: Text; readonly columns: readonly Text[]; readonly rows: readonly Row[] }
  | { readonly kind: 'bars'; readonly title: Text; readonly legend: readonly Text[]; readonly bars: readonly Bar[] }
  | { readonly kind: 'monitoring'; readonly title: Text; readonly flags: readonly Flag[] };
export type Signature = { readonly label: Text; readonly name: string | null; readonly behalf: string | null; readonly post: string | null; readonly at: Instant | null };
/** `provisional`: not signed; the figures are those of this moment. */
export type ReportView = {
  readonly title: Text; readonly about: Text; readonly provisional: boolean; readonly at: Instant; readonly round: number; readonly rounds: readonly { readonly round: number; readonly at: Instant }[];
  readonly cases: number; readonly digest: string; readonly hides: readonly Hidden[]; readonly parts: readonly PartView[]; readonly signatures: readonly Signature[];
};

/** A row of the case's log, as far as a report tells of it. */
export type Signed = { readonly version: number; readonly type: string; readonly from: string | null; readonly at: Instant; readonly name: string; readonly behalf: string | null; readonly post: string; readonly form: Data };
export type Material = {
  readonly report: Report; readonly one: Case; readonly snapshot: Snapshot | Frozen; readonly frozen: readonly Frozen[]; readonly log: readonly Signed[];
  readonly units: readonly { readonly id: string; readonly name: Text }[];
  /** Whether cases of the workflow are about people. */
  readonly people: (workflow: string) => boolean;
};

const ALL = '';
const TOTAL: Text = { zh: '合计', en: 'Total' };
const WORDS: Record<Hidden, Text> = { few: { zh: '少于5', en: 'fewer than 5' }, kept: { zh: '＊', en: '*' } };
const NONE: Cell = { shown: { zh: '—', en: '—' }, value: null };

const plain = (value: number | string): Text => ({ zh: String(value), en: String(value) });
const at = (name: string, unit: string): string => `${name}@${unit}`;
const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
const isFrozen = (snapshot: Snapshot | Frozen): snapshot is Frozen => 'round' in snapshot;

const fraction = (hits: number, of: number): string => `${((hits / of) * 100).toFixed(1)}%`;

/** Everything that is counted, unit by unit and in all, and what of it is hidden. */
const numbersOf = ({ report, snapshot, people }: Material) => {
  const units = Object.keys(snapshot.units);
  const cells = new Map<string, number>();
  const sums: Sum[] = [];
  const counted = (name: string, of: (unit: string) => number): void => {
    for (const unit of units) cells.set(at(name, unit), of(unit));
    cells.set(at(name, ALL), sumOf(units.map(of)));
    sums.push({ all: at(name, ALL), parts: units.map((unit) => at(name, unit)) });
  };
  for (const [name, { by }] of Object.entries(snapshot.figures)) counted(name, (unit) => by[unit] ?? 0);
  for (const [name, { adds }] of Object.entries(report.kept)) if (adds) counted(name, (unit) => { const value = snapshot.units[unit]?.kept[name]; return typeof value === 'number' ? value : 0; });
  // The others of a share are a number too: what is left of it tells as much.
  for (const [name, { hits, of }] of Object.entries({ ...report.shares, ...report.monitored })) counted(`-${name}`, (unit) => (cells.get(at(of, unit)) ?? 0) - (cells.get(at(hits, unit)) ?? 0));
  const within = [...report.sums, ...Object.entries({ ...report.shares, ...report.monitored }).map(([name, { hits, of }]) => ({ all: of, parts: [hits, `-${name}`] }))];
  for (const unit of [...units, ALL]) sums.push(...within.map(({ all, parts }) => ({ all: at(all, unit), parts: parts.map((part) => at(part, unit)) })));
  const aboutPeople = (cell: string): boolean => {
    const name = cell.slice(0, cell.indexOf('@'));
    const query = snapshot.figures[name]?.query;
    return query ? people(query.workflow) : name.startsWith('-') || report.kept[name]?.adds === 'people';
  };
  return { units, cells, hidden: hide(cells, aboutPeople, sums) };
};

type Numbers = ReturnType<typeof numbersOf>;

const makeCells = (material: Material, { units, cells, hidden }: Numbers) => {
  const { report, one, snapshot } = material;
  const number = (name: string, unit: string, opens?: Opens): Cell => {
    const value = cells.get(at(name, unit)) ?? 0;
    const why = hidden.get(at(name, unit));
    return { shown: why ? WORDS[why] : plain(value), value: why ? null : value, ...(why && { hidden: why }), ...(opens && { opens }) };
  };
  const figure = (name: string, unit: string): Cell => {
    const query = snapshot.figures[name]?.query;
    if (!query) return NONE;
    const filter = isFrozen(snapshot) ? { counted: countedAs(one.id, snapshot.round, name) } : filterOf(query);
    return number(name, unit, { workflow: query.workflow, filter: { ...filter, ...(unit !== ALL && { unit }) } });
  };
  const share = ({ hits, of }: { hits: string; of: string }, unit: string): Cell => {
    const [x, n] = [cells.get(at(hits, unit)) ?? 0, cells.get(at(of, unit)) ?? 0];
    const said = n > 0 && isShown({ hits: x, of: n }) && !hidden.has(at(hits, unit)) && !hidden.has(at(of, unit));
    return said ? { shown: plain(fraction(x, n)), value: x / n } : NONE;
  };
  const child = (unit: string): Opens | undefined => { const told = snapshot.units[unit]; return told && { workflow: report.children, id: told.child }; };
  const kept = (name: string, unit: string): Cell => {
    if (report.kept[name]?.adds) {
      if (unit !== ALL && typeof snapshot.units[unit]?.kept[name] !== 'number') return NONE;
      return number(name, unit, child(unit));
    }
    const value = snapshot.units[unit]?.kept[name] ?? null;
    const opens = child(unit);
    return value === null ? NONE : { shown: typeof value === 'number' ? plain(value) : value, value: typeof value === 'number' ? value : null, ...(opens && { opens }) };
  };
  const shareAt = (name: string, unit: string): Cell => { const declared = report.shares[name]; return declared ? share(declared, unit) : NONE; };
  return {
    figure, share, kept,
    column: (column: Column, unit: string): Cell => ('figure' in column ? figure(column.figure, unit) : 'share' in column ? shareAt(column.share, unit) : kept(column.kept, unit)),
    raw: ({ hits, of }: { hits: string; of: string }, unit: string): Share => ({ hits: cells.get(at(hits, unit)) ?? 0, of: cells.get(at(of, unit)) ?? 0 }),
    /** Rounded down where the exact per cent would tell how few were wrong. */
    accuracy: (): Cell => {
      if (!report.accuracy) return NONE;
      const [wrong, of] = [cells.get(at(report.accuracy.wrong, ALL)) ?? 0, cells.get(at(report.accuracy.of, ALL)) ?? 0];
      if (of === 0) return NONE;
      const least = Math.floor(((of - wrong) / of) * 100);
      return hidden.has(at(report.accuracy.wrong, ALL)) ? { shown: { zh: `${least}%以上`, en: `at least ${least}%` }, value: null } : { shown: plain(fraction(of - wrong, of)), value: (of - wrong) / of };
    },
    rows: (columns: readonly Column[], name: (unit: string) => Text, cell: (column: Column, unit: string) => Cell): Row[] =>
      [...units, ALL].map((unit) => ({ unit: unit === ALL ? null : unit, name: unit === ALL ? TOTAL : name(unit), cells: columns.map((column) => cell(column, unit)) })),
  };
};

type Cells = ReturnType<typeof makeCells>;

const flagsOf = ({ report, snapshot }: Material, { units }: Numbers, cells: Cells, name: (unit: string) => Text): Flag[] =>
  Object.entries(report.monitored).flatMap(([id, one]) => units.flatMap((unit): Flag[] => {
    const { colour } = judge(cells.raw(one, unit), cells.raw(one, ALL));
    const records = cells.figure(one.of, unit);
    return colour === 'none' ? [] : [{ unit, name: name(unit), indicator: one.label, records, rate: cells.share(one, unit), all: cells.share(one, ALL), colour, said: snapshot.units[unit]?.said[id] ?? null }];
  }));

/** Units among the flags, as a figure that opens their cases. */
const unitsFlagged = ({ report, snapshot }: Material, flags: readonly Flag[]): Cell => {
  const found = [...new Set(flags.map(({ unit }) => unit))];
  return { shown: plain(found.length), value: found.length, opens: { workflow: report.children, filter: { id: found.map((unit) => (snapshot.units[unit] as Told).child) } } };
};

const labelOf = ({ figures, shares, kept }: Report, column: Column): Text =>
  ('figure' in column ? figures[column.figure]?.label : 'share' in column ? shares[column.share]?.label : kept[column.kept]?.label) ?? plain('');

/** The last sending of a step before the case was frozen; of a live report, in the present round. */
const lastOf = ({ log, snapshot, frozen, report }: Material, step: string): Signed | undefined => {
  const until = isFrozen(snapshot) ? snapshot.version : Number.POSITIVE_INFINITY;
  const since = Math.max(0, ...frozen.map(({ version }) => version).filter((version) => version < until));
  const found = log.findLast((row) => `${row.from ?? ''}.${row.type}` === step && row.version <= until && row.version > since);
  const signing = report.signatures.findIndex((one) => one.step === step);
  // Sent back, a signature counts no more.
  const undone = !isFrozen(snapshot) && signing >= 0 && found && log.some((row) => row.version > found.version && row.from !== null && row.from !== found.from && report.signatures.every((one) => one.step !== `${row.from}.${row.type}`));
  return undone ? undefined : found;
};

const partOf = (part: Part, material: Material, numbers: Numbers, cells: Cells): PartView => {
  const { report, units } = material;
  const name = (unit: string): Text => units.find(({ id }) => id === unit)?.name ?? plain(unit);
  switch (part.kind) {
    case 'text': {
      const flags = flagsOf(material, numbers, cells, name);
      const word = (called: string): Cell => {
        if (called === 'flagged') return unitsFlagged(material, flags);
        if (called === 'explained') return unitsFlagged(material, flags.filter(({ said }) => said !== null));
        if (called === report.accuracy?.name) return cells.accuracy();
        const column: Column = report.figures[called] ? { figure: called } : report.shares[called] ? { share: called } : { kept: called };
        return cells.column(column, ALL);
      };
      const pieces = (sentence: string): Piece[] => sentence.split(/(\{\w+\})/).filter((piece) => piece !== '').map((piece) => (/^\{\w+\}$/.test(piece) ? word(piece.slice(1, -1)) : piece));
      return { kind: 'text', title: part.title, says: part.says.map(({ zh, en }) => ({ zh: pieces(zh), en: pieces(en) })) };
    }
    case 'written': {
      const words = lastOf(material, part.step)?.form[part.field];
      return { kind: 'written', title: part.title, words: typeof words === 'string' ? words : null };
    }
    case 'table':
      return { kind: 'table', title: part.title, columns: part.columns.map((column) => labelOf(report, column)), rows: cells.rows(part.columns, name, cells.column) };
    case 'bars':
      return { kind: 'bars', title: part.title, legend: part.figures.map((figure) => report.figures[figure]?.label ?? plain(figure)), bars: numbers.units.map((unit) => ({ name: name(unit), values: part.figures.map((figure) => cells.figure(figure, unit)) })) };
    case 'monitoring':
      return { kind: 'monitoring', title: part.title, flags: flagsOf(material, numbers, cells, name) };
  }
};

export const viewReport = (material: Material): ReportView => {
  const { report, one, snapshot, frozen } = material;
  const numbers = numbersOf(material);
  const cells = makeCells(material, numbers);
  return {
    title: report.title, about: report.about(one), provisional: !isFrozen(snapshot), at: snapshot.at, round: isFrozen(snapshot) ? snapshot.round : one.memory.round,
    rounds: frozen.map(({ round, at: moment }) => ({ round, at: moment })), cases: snapshot.cases, digest: snapshot.digest,
    hides: [...new Set(numbers.hidden.values())].toSorted(),
    parts: report.parts.map((part) => partOf(part, material, numbers, cells)),
    signatures: report.signatures.map(({ step, label }) => {
      const signed = lastOf(material, step);
      return { label, name: signed?.name ?? null, behalf: signed?.behalf ?? null, post: signed?.post ?? null, at: signed?.at ?? null };
    }),
  };
};
