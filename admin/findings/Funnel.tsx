/** A funnel chart: how far a share of so many records may lie from the town's by chance, and where the villages lie. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { isShown, limitsAt, type Share } from '../../workflows/office/monitoring/mean.ts';
import { useUnits } from '../common/office.ts';
import { useText } from '../i18n/text.ts';
import type { SharesRecord } from '../provider/records.ts';
import { rateText } from './Monitoring.tsx';
import { useFindingWords } from './use-findings.ts';
import { indicatorText } from './words.ts';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [560, 240, 44, 28, 10];
const STEPS = 60;
const share = ({ hits, of }: Share): number => (of === 0 ? 0 : hits / of);
const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** The chart's own measures: records across, shares upwards. */
const scales = (all: Share, points: readonly Share[]) => {
  const most = Math.max(60, ...points.map(({ of }) => of)) * 1.08;
  const top = Math.min(1, Math.max(share(all) * 2, ...points.map(share), 0.05) * 1.15);
  return { most, top, x: (n: number): number => LEFT + (n / most) * (WIDTH - LEFT - 8), y: (value: number): number => HEIGHT - BOTTOM - (Math.min(value, top) / top) * (HEIGHT - BOTTOM - TOP) };
};

export const Funnel = ({ held, mine }: { held: SharesRecord; mine: string }) => {
  const say = useFindingWords();
  const text = useText();
  const { palette } = useTheme();
  const units = useUnits();
  const points = held.of.filter(isShown);
  const { most, top, x, y } = scales(held.all, points);
  const own = held.of.find((one) => one.case === mine);
  const line = (band: 'yellow' | 'red', side: 'low' | 'high'): string =>
    Array.from({ length: STEPS }, (_, i) => 30 + ((most - 30) * i) / (STEPS - 1)).map((n, i) => `${i === 0 ? 'M' : 'L'}${x(n).toFixed(1)} ${y(limitsAt(n, held.all)[band][side]).toFixed(1)}`).join('');
  const title = text(indicatorText(held.indicator));
  return (
    <Box component="figure" sx={{ m: 0, mt: 2 }}>
      <Typography component="figcaption" variant="subtitle2">{title}</Typography>
      <Box component="svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('funnelSays', { indicator: title, rate: (own && rateText(own)) ?? say('few'), town: rateText(held.all) ?? say('few') })} sx={{ width: 1, maxWidth: WIDTH, height: 'auto', fontSize: 12 }}>
        <path d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 8}`} fill="none" stroke={palette.text.secondary} />
        <line x1={LEFT} x2={WIDTH - 8} y1={y(share(held.all))} y2={y(share(held.all))} stroke={palette.text.secondary} />
        {(['low', 'high'] as const).map((side) => <path key={`y${side}`} d={line('yellow', side)} fill="none" stroke={palette.warning.main} strokeDasharray="4 3" />)}
        {(['low', 'high'] as const).map((side) => <path key={`r${side}`} d={line('red', side)} fill="none" stroke={palette.error.main} />)}
        {points.map((one) => (
          <circle key={one.case} cx={x(one.of)} cy={y(share(one))} r={one.case === mine ? 6 : 4} fill={one.verdict.colour === 'red' ? palette.error.main : one.verdict.colour === 'yellow' ? palette.warning.main : palette.primary.main} stroke={one.case === mine ? palette.text.primary : 'none'} strokeWidth={2}>
            <title>{`${text(units.find(({ id }) => id === one.unit)?.name)} ${percent(share(one))} (${one.of})`}</title>
          </circle>
        ))}
        {[0, top / 2, top].map((value) => <text key={value} x={LEFT - 4} y={y(value) + 4} textAnchor="end" fill={palette.text.secondary}>{percent(value)}</text>)}
        {[0, most / 2, most].map((n) => <text key={n} x={x(n)} y={HEIGHT - 8} textAnchor="middle" fill={palette.text.secondary}>{Math.round(n)}</text>)}
      </Box>
    </Box>
  );
};
