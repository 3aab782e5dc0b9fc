/** Bars for each unit, one part after the other; a sum stands behind a bar only where every part of it is shown. */
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { PartView } from '../../workflows/kit/report-view.ts';
import { useText } from '../i18n/text.ts';
import { useReportWords } from './use-report.ts';

type Chart = Extract<PartView, { kind: 'bars' }>;
const [ROW, NAME] = [26, 92];

/** Told apart by more than colour: the third is hatched. */
const useFills = (): readonly string[] => {
  const { palette: { mode } } = useTheme();
  return mode === 'dark' ? ['#7fb2e5', '#f0b35b', '#f2938a', '#59636f'] : ['#1f4e79', '#d98c2b', '#a33b3b', '#c9ced6'];
};

export const Bars = ({ chart }: { chart: Chart }) => {
  const say = useReportWords();
  const text = useText();
  const { palette, breakpoints } = useTheme();
  const wide = useMediaQuery(breakpoints.down('sm'), { noSsr: true }) ? 340 : 640;
  const fills = useFills();
  const sum = ({ values }: Chart['bars'][number]): number => values.reduce((all, { value }) => all + (value ?? 0), 0);
  const most = Math.max(1, ...chart.bars.map(sum));
  const across = (value: number): number => (value / most) * (wide - NAME - 44);
  const height = chart.bars.length * ROW + 4;
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Box component="svg" viewBox={`0 0 ${wide} ${height}`} role="img" aria-label={say('chart', { title: text(chart.title) })} sx={{ width: 1, maxWidth: 860, height: 'auto', fontSize: 14 }}>
        <defs><pattern id="hatched" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill={fills[2]} /><rect width="2" height="6" fill={palette.background.paper} /></pattern></defs>
        {chart.bars.map((bar, row) => {
          let x = NAME;
          return (
            <g key={text(bar.name)}>
              <title>{say('bar', { name: text(bar.name), numbers: bar.values.map((cell, i) => `${text(chart.legend[i])} ${text(cell.shown)}`).join('，') })}</title>
              <text x={NAME - 8} y={row * ROW + 18} textAnchor="end" fill={palette.text.primary}>{text(bar.name).replace(/ (Village|Community)$/, '')}</text>
              {bar.values.map((cell, i) => {
                const width = across(cell.value ?? 0);
                const start = x;
                x += width;
                return <rect key={i} x={start} y={row * ROW + 4} width={width} height={ROW - 8} fill={i === 2 ? 'url(#hatched)' : fills[i % fills.length]} />;
              })}
              {bar.values.every(({ value }) => value !== null) && <text x={x + 6} y={row * ROW + 18} fill={palette.text.secondary}>{sum(bar)}</text>}
            </g>
          );
        })}
      </Box>
      <Box component="figcaption" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, pl: 1, color: 'text.secondary', fontSize: 14 }}>
        {chart.legend.map((name, i) => <Box component="span" key={text(name)} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}><svg width="14" height="14" aria-hidden><rect width="14" height="14" fill={i === 2 ? 'url(#hatched)' : fills[i % fills.length]} /></svg>{text(name)}</Box>)}
      </Box>
    </Box>
  );
};
