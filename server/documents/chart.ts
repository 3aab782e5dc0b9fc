/** Bars for each unit, drawn without a screen; where a page has too little room for all of them, over several pages. */
import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fontFiles } from './fonts.ts';
import type { Bars } from './paper.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** Told apart in grey print too: from dark to light, with hatching where two are alike. */
const FILLS = [
  { color: '#1f4e79' }, { color: '#d98c2b' },
  { color: '#a33b3b', decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.8)' } },
  { color: '#c9ced6' },
] as const;
const FONT = 'Noto Sans SC';
/** Heights here are of a picture so wide. */
const WIDTH = 640;
/** A bar with the space around it: as it looks best, and as low as its name can still be read. */
const BAR = 22;
export const LOWEST = 16;
const [ABOVE, BELOW] = [8, 60];
const AROUND = ABOVE + BELOW;
/** Fewer at the foot of a page would stand there forlorn. */
const FEWEST = 5;
/** Dots to the point of paper. */
const FINE = 3;

export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number };
/** Bars of one page, each so high. */
export type Share = { readonly from: number; readonly to: number; readonly bar: number };

const onWidth = (across: number, height: number): number => (height / WIDTH) * across;

/** The least height in which so many bars can begin, on a paper so wide. */
export const leastHeight = (count: number, across: number): number => onWidth(across, AROUND + Math.min(count * LOWEST, FEWEST * BAR));

/** How the bars are shared out: all lower where they just fit, else as many to each page as fit; none on the first where hardly any would. `room` is left on this page, `whole` on one without anything; both, and `across`, in points. */
export const sharedOut = (count: number, room: number, whole: number, across: number): Share[] => {
  const holds = (height: number, bar: number): number => Math.floor(((height * WIDTH) / across - AROUND) / bar);
  const share = (from: number, height: number): Share[] => {
    const left = count - from;
    if (holds(height, LOWEST) >= left) return [{ from, to: count, bar: Math.min(BAR, ((height * WIDTH) / across - AROUND) / left) }];
    if (holds(height, BAR) < FEWEST && height < whole) return share(from, whole);
    const to = from + Math.max(1, Math.min(holds(height, BAR), left - FEWEST));
    return [{ from, to, bar: BAR }, ...share(to, whole)];
  };
  return count === 0 ? [] : share(0, room);
};

/** Steps of 1, 2 or 5, eight at most: parts of one chart have one scale. */
const scaleOf = ({ bars }: Bars): { max: number; interval: number } => {
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)));
  const ten = 10 ** Math.floor(Math.log10(most / 8));
  const interval = Math.max(1, [1, 2, 5, 10].map((one) => one * ten).find((one) => one * 8 >= most) ?? most);
  return { max: Math.ceil(most / interval) * interval, interval };
};

const svgOf = (all: Bars, { from, to, bar }: Share): string => {
  const bars = all.bars.slice(from, to);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: bars.length * bar + AROUND });
  chart.setOption({
    animation: false, textStyle: { fontFamily: FONT }, legend: { bottom: 0, data: [...all.legend], textStyle: { fontSize: 13 } },
    grid: { left: 8, right: 32, top: ABOVE, bottom: BELOW },
    xAxis: { type: 'value', ...scaleOf(all), axisLabel: { fontSize: 12 }, splitLine: { lineStyle: { color: '#ddd' } } },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name), axisLabel: { fontSize: 12, color: '#222', interval: 0 }, axisTick: { show: false } },
    series: all.legend.map((name, i) => ({ name, type: 'bar', stack: 'all', barWidth: '64%', itemStyle: FILLS[i % FILLS.length], data: bars.map(({ values }) => values[i] ?? 0) })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};

/** Where a number is hidden its bar has no length. */
export const drawBars = (bars: Bars, share: Share): Picture => {
  const made = new Resvg(svgOf(bars, share), { background: '#fff', fitTo: { mode: 'zoom', value: FINE }, font: { loadSystemFonts: false, fontFiles: [fontFiles.plain], defaultFontFamily: FONT } }).render();
  return { png: made.asPng(), width: made.width / FINE, height: made.height / FINE };
};
