/** Draws a result as bench/results/<name>.svg: one line for each group, both axes logarithmic. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

export type Point = { group: string; x: number; y: number };

export function plot(name: string, points: Point[], axes: { x: string; y: string }): void {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 760, height: 420 });
  const groups = [...new Set(points.map((point) => point.group))];
  const axis = { type: 'log' as const, nameLocation: 'middle' as const };
  chart.setOption({
    animation: false,
    backgroundColor: '#fff', // Legible on a dark page too.
    legend: { bottom: 0 },
    grid: { left: 80, right: 30, top: 20, bottom: 90 },
    xAxis: { ...axis, name: axes.x, nameGap: 30 },
    yAxis: { ...axis, name: axes.y, nameGap: 55 },
    series: groups.map((group) => ({
      type: 'line' as const,
      name: group,
      data: points.filter((point) => point.group === group).map(({ x, y }) => [x, y]),
    })),
  });
  const directory = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}${name}.svg`, chart.renderToSVGString());
  chart.dispose();
}
