/** Where the picture's boxes and arrows lie. */
import { Graph, layout } from '@dagrejs/dagre';
import type { Lang } from '../../../workflows/kit/words.ts';
import type { PlacedEdge, PlacedNode, Picture } from '../way-gone.ts';

export type Point = { readonly x: number; readonly y: number };
/** `x`, `y` is the upper left corner. */
export type Box = PlacedNode & Point & { readonly width: number; readonly height: number; readonly words: string };
/** All events between two states are one line; `label` is empty where the line was neither taken nor is next. */
export type Line = { readonly id: string; readonly from: string; readonly to: string; readonly gone: boolean; readonly next: boolean; readonly label: string; readonly points: readonly Point[]; readonly at: Point };

const HEIGHT = 44;
const PADDING = 28;
const WIDE = 15;
const NARROW = 8;
const LAST_LATIN = 0x250;

/** Rough width in pixels: a Chinese character is twice as wide as a Latin one. */
const lineWidth = (words: string): number => [...words].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < LAST_LATIN ? NARROW : WIDE), PADDING);
/** Of the longest of its lines. */
const widthOf = (words: string): number => Math.max(...words.split('\n').map(lineWidth));

type Joined = Omit<Line, 'points' | 'at'>;

const joined = (edges: readonly PlacedEdge[], lang: Lang): Joined[] => {
  const lines = Map.groupBy(edges.filter(({ from, to }) => from !== to), ({ from, to }) => `${from}>${to}`);
  return [...lines].flatMap(([id, same]) => {
    const [first] = same;
    if (!first) return [];
    const told = same.some(({ gone }) => gone) ? same.filter(({ gone }) => gone) : same.filter(({ next }) => next);
    const label = [...new Set(told.map((edge) => edge.label[lang]))].join(lang === 'zh' ? '、' : ', ');
    return [{ id, from: first.from, to: first.to, gone: same.some(({ gone }) => gone), next: same.some(({ next }) => next), label }];
  });
};

type Ends = Pick<Line, 'from' | 'to'>;

/** States are declared in the order in which work goes on: an arrow to an earlier one leads up, and must not push that one down. */
const upwardIn = ({ nodes }: Picture) => {
  const order = new Map(nodes.map(({ id }, i) => [id, i]));
  return ({ from, to }: Ends): boolean => (order.get(to) ?? 0) < (order.get(from) ?? 0);
};
const endsOf = ({ from, to }: Ends, turned: boolean): [string, string] => (turned ? [to, from] : [from, to]);

/** Layered from above to below; `words` gives each box's inscription. */
export const layOut = (picture: Picture, lang: Lang, words: (node: PlacedNode) => string): { boxes: Box[]; lines: Line[] } => {
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 46, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = picture.nodes.map((node) => ({ ...node, words: words(node), height: HEIGHT }));
  for (const node of nodes) graph.setNode(node.id, { width: widthOf(node.words), height: HEIGHT });
  const lines = joined(picture.edges, lang);
  const upward = upwardIn(picture);
  for (const { id, label, gone, ...line } of lines) graph.setEdge(...endsOf(line, upward(line)), { width: label === '' ? 0 : widthOf(label) - PADDING, height: label === '' ? 0 : 18, weight: gone ? 4 : 1, labelpos: 'c' }, id);
  layout(graph);
  return {
    boxes: nodes.map((node) => {
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(node.id) as { x?: number; y?: number; width?: number; height?: number };
      return { ...node, x: x - width / 2, y: y - height / 2, width, height };
    }),
    lines: lines.map((line) => {
      const { points = [], x = 0, y = 0 } = graph.edge(...endsOf(line, upward(line)), line.id) as { points?: readonly Point[]; x?: number; y?: number };
      return { ...line, points: upward(line) ? points.toReversed() : points, at: { x, y } };
    }),
  };
};

/** A soft line through the points: straight ends, curves between. */
export const pathThrough = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const curves = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? last;
    return `Q ${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return [`M ${first.x} ${first.y}`, ...curves, `L ${last.x} ${last.y}`].join(' ');
};
