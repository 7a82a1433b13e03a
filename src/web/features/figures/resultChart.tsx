import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { ChartShape, ResultTable } from '../../../shared/resultTable';
import { formatCell, formatShort } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { chartSeries } from './chartSeries';

const lineHeight = 280;
/** Pixels of a bar with the space around it. */
const barHeight = 26;

/** A table's chart. The same figures stand in the table beside it, which is how those who cannot see it read them. */
export function ResultChart({ table, shape }: { table: ResultTable; shape: ChartShape }) {
  const { t } = useTranslation('figures');
  const language = useLanguage();
  const { data, series, kind } = chartSeries(table, shape);
  const shared = {
    data,
    series,
    dataKey: shape.x,
    valueFormatter: (value: number) => formatCell(value, kind, language),
    withLegend: series.length > 1,
    tooltipAnimationDuration: 0,
    'aria-label': t('chart.label', { title: table.title }),
    role: 'group',
    'data-testid': 'result-chart',
  };
  const short = (value: number) => formatShort(value, kind, language);
  if (shape.kind === 'line') {
    return (
      <LineChart
        {...shared}
        h={lineHeight}
        curveType="linear"
        connectNulls={false}
        yAxisProps={{ tickFormatter: short, width: 64 }}
        xAxisProps={{ minTickGap: 16, padding: { left: 16, right: 16 } }}
        lineProps={{ isAnimationActive: false }}
      />
    );
  }
  return (
    <BarChart
      {...shared}
      h={data.length * (barHeight * Math.max(1, series.length * 0.75)) + 60}
      orientation="vertical"
      gridAxis="y"
      xAxisProps={{ tickFormatter: short, type: 'number' }}
      yAxisProps={{ width: 132, interval: 0, tickFormatter: shortened }}
      barProps={{ isAnimationActive: false, maxBarSize: barHeight * 0.7 }}
    />
  );
}

/** Names beside bars have one line. */
function shortened(name: string): string {
  return name.length > 12 ? `${name.slice(0, 11)}…` : name;
}
