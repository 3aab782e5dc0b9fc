/** Bars for each unit, drawn without a screen. */
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
const WIDTH = 640;
const BAR = 22;
const AROUND = 76;
/** Dots to the point of paper. */
const FINE = 3;

export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number };

export const svgOf = ({ legend, bars }: Bars): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: bars.length * BAR + AROUND });
  chart.setOption({
    animation: false, textStyle: { fontFamily: FONT }, legend: { bottom: 0, data: [...legend], textStyle: { fontSize: 13 } },
    grid: { left: 8, right: 32, top: 8, bottom: 36 },
    xAxis: { type: 'value', axisLabel: { fontSize: 12 }, splitLine: { lineStyle: { color: '#ddd' } } },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name), axisLabel: { fontSize: 12, color: '#222', interval: 0 }, axisTick: { show: false } },
    series: legend.map((name, i) => ({ name, type: 'bar', stack: 'all', barWidth: '64%', itemStyle: FILLS[i % FILLS.length], data: bars.map(({ values }) => values[i] ?? 0) })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};

/** Where a number is hidden its bar has no length. */
export const drawBars = (bars: Bars): Picture => {
  const made = new Resvg(svgOf(bars), { background: '#fff', fitTo: { mode: 'zoom', value: FINE }, font: { loadSystemFonts: false, fontFiles: [fontFiles.plain], defaultFontFamily: FONT } }).render();
  return { png: made.asPng(), width: made.width / FINE, height: made.height / FINE };
};
