/** The workflow drawn, with the way gone and the present place; the heavy part of the page, loaded by itself. */
import flowStyles from '@xyflow/react/dist/base.css?inline';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Stack from '@mui/material/Stack';
import { useTheme, type Theme } from '@mui/material/styles';
import { BaseEdge, EdgeLabelRenderer, MarkerType, Position, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type EdgeProps, type Node } from '@xyflow/react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useLang } from '../../i18n/text.ts';
import { ownWay, type Picture, type Place, type PlacedNode } from '../way-gone.ts';
import { useWords } from '../use-words.ts';
import { layOut, pathThrough, type Box as Placed, type Line } from './layout.ts';

/** `describedBy` is the id of the same picture told in words. */
type Shown = { readonly picture: Picture; readonly describedBy: string };
/** Turned between a case's own way and the whole; a picture of no one case is always whole. */
const hasWay = ({ nodes }: Picture): boolean => nodes.every(({ inscribed }) => inscribed === undefined);
type RoutedEdge = Edge<{ line: Line }, 'routed'>;

const Routed = ({ data, style, markerEnd }: EdgeProps<RoutedEdge>) => {
  const theme = useTheme();
  if (!data) return null;
  const { line: { points, label, at, gone } } = data;
  return (
    <>
      <BaseEdge path={pathThrough(points)} {...(style && { style })} {...(markerEnd && { markerEnd })} />
      {label !== '' && (
        <EdgeLabelRenderer>
          <div style={{ position: 'absolute', transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)`, fontSize: 12, padding: '0 3px', background: theme.palette.background.paper, color: theme.palette.text[gone ? 'primary' : 'secondary'] }}>{label}</div>
        </EdgeLabelRenderer>
      )}
    </>
  );
};

const edgeTypes = { routed: Routed };

/** Each place differs by mark and line, not by colour alone. */
const boxStyle = (theme: Theme, place: Place, end: boolean) => {
  const { palette } = theme;
  const common = { display: 'flex', alignItems: 'center', justifyContent: 'center', borderRadius: end ? 22 : 6, fontSize: 14, lineHeight: 1.3, padding: 0, whiteSpace: 'pre-line', textAlign: 'center' } as const;
  if (place === 'here') return { ...common, background: palette.primary.main, color: palette.primary.contrastText, border: `3px solid ${palette.primary.main}`, fontWeight: 700 };
  if (place === 'gone') return { ...common, background: palette.background.paper, color: palette.text.primary, border: `2px solid ${palette.primary.main}` };
  return { ...common, background: palette.background.paper, color: palette.text.secondary, border: `1px dashed ${palette.text.secondary}` };
};

const nodeOf = (theme: Theme, { id, x, y, width, height, words, place, end }: Placed): Node => ({
  id, position: { x, y }, data: { label: words }, width, height, sourcePosition: Position.Bottom, targetPosition: Position.Top, style: { ...boxStyle(theme, place, end), width, height },
});

const edgeOf = (theme: Theme, line: Line): RoutedEdge => {
  const color = line.gone ? theme.palette.primary.main : theme.palette.text.secondary;
  return {
    id: line.id, type: 'routed', source: line.from, target: line.to, data: { line }, focusable: false,
    markerEnd: { type: MarkerType.ArrowClosed, color, width: 14, height: 14, strokeWidth: 1 },
    style: { stroke: color, strokeWidth: line.gone ? 3 : 1, ...(!line.gone && { strokeDasharray: '4 4', opacity: line.next ? 0.9 : 0.45 }) },
  };
};

/** The library's own sentences are English, and the picture is told in words below it. */
const SILENT = { 'node.a11yDescription.default': '', 'node.a11yDescription.keyboardDisabled': '', 'edge.a11yDescription.default': '' };

const FIT = { padding: 0.04, maxZoom: 1 };
const STEP_PX = 60;
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [STEP_PX, 0], ArrowRight: [-STEP_PX, 0], ArrowUp: [0, STEP_PX], ArrowDown: [0, -STEP_PX] };

const useKeys = (turn: () => void) => {
  const { zoomIn, zoomOut, getViewport, setViewport } = useReactFlow();
  return (pressed: KeyboardEvent) => {
    const move = moves[pressed.key];
    const { x, y, zoom } = getViewport();
    if (move) void setViewport({ x: x + move[0], y: y + move[1], zoom });
    else if (pressed.key === '+' || pressed.key === '=') void zoomIn();
    else if (pressed.key === '-') void zoomOut();
    else if (pressed.key === '0') turn();
    else return;
    pressed.preventDefault();
  };
};

/** `whole`: all of the process is drawn, not only the case's own way; `turn` changes between the two. */
type Turning = { readonly whole: boolean; readonly turn: () => void };

const Controls = ({ whole, turn, turns }: Turning & { turns: boolean }) => {
  const say = useWords();
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <Stack direction="row" spacing={1} sx={{ mb: 1 }}>
      <Button size="small" variant="outlined" onClick={() => void zoomIn()}>{say('zoomIn')}</Button>
      <Button size="small" variant="outlined" onClick={() => void zoomOut()}>{say('zoomOut')}</Button>
      {turns && <Button size="small" variant="outlined" onClick={turn}>{say(whole ? 'showWay' : 'showWhole')}</Button>}
    </Stack>
  );
};

const Canvas = ({ picture, describedBy, whole, turn }: Turning & Shown) => {
  const say = useWords();
  const lang = useLang();
  const theme = useTheme();
  const onKeyDown = useKeys(turn);
  const { nodes, edges } = useMemo(() => {
    const words = ({ label, place, inscribed }: PlacedNode) => (inscribed ? inscribed[lang] : place === 'here' ? say('here', { place: label[lang] }) : place === 'gone' ? `✓ ${label[lang]}` : label[lang]);
    const { boxes, lines } = layOut(whole ? picture : ownWay(picture), lang, words);
    return { nodes: boxes.map((box) => nodeOf(theme, box)), edges: lines.map((line) => edgeOf(theme, line)) };
  }, [picture, whole, lang, theme, say]);
  return (
    <Box role="group" tabIndex={0} aria-label={say('picture')} aria-describedby={describedBy} onKeyDown={onKeyDown}
      sx={{ height: { xs: 420, md: 600 }, border: 1, borderColor: 'divider', borderRadius: 1, '& .react-flow__handle': { opacity: 0, pointerEvents: 'none' } }}>
      <Box aria-hidden sx={{ height: 1 }}>
        <ReactFlow key={String(whole)} nodes={nodes} edges={edges} edgeTypes={edgeTypes} colorMode={theme.palette.mode} fitView fitViewOptions={FIT} minZoom={0.15} maxZoom={2} proOptions={{ hideAttribution: true }} disableKeyboardA11y ariaLabelConfig={SILENT}
          nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} zoomOnScroll={false} preventScrolling={false} />
      </Box>
    </Box>
  );
};

export const Diagram = (shown: Shown) => {
  const turns = hasWay(shown.picture);
  const [whole, setWhole] = useState(!turns);
  const turning = { whole, turn: () => setWhole(!turns || !whole) };
  return (
    <ReactFlowProvider>
      <GlobalStyles styles={flowStyles} />
      <Controls {...turning} turns={turns} />
      <Canvas {...turning} {...shown} />
    </ReactFlowProvider>
  );
};
