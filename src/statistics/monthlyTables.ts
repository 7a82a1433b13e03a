import { meaningOf } from '../analytics/present/describeFigures';
import { resolveNames } from '../analytics/run/resolveNames';
import { interactionDimensions } from '../analytics/semanticModel/dimensions';
import { interactionMetrics } from '../analytics/semanticModel/interactionMetrics';
import { salesMetrics } from '../analytics/semanticModel/salesMetrics';
import type { Texts } from '../analytics/semanticModel/types';
import { AppError } from '../errors';
import type { CellValue, ChartShape, ColumnKind, Period, ResultTable } from '../shared/resultTable';
import type { Language } from '../shared/problem';
import type { RankingQuery, StatisticsScope } from '../shared/statistics';
import { readFor, scopeFor, scopeOf, todayOf, type Reader, type StatisticsParts } from './context';
import { daysOf } from './months';
import { monthlyRanking, monthlyTrend } from './monthlyStatements';

const metrics: Record<string, { label: Texts; definition: Texts; kind: ColumnKind }> = {
  ...salesMetrics,
  ...interactionMetrics,
};

interface Asked {
  months: { from: string; to: string };
  scope: StatisticsScope;
}

/** Sales and contacts by month, from the monthly figures; of one customer where its key is given. */
export async function trendTable(
  { months, scope, customer }: Asked & { customer?: { id: number; name: string } },
  reader: Reader,
  parts: StatisticsParts,
): Promise<ResultTable> {
  const rows = await readMonthly({ months, scope }, reader, parts, (base) =>
    monthlyTrend({ ...base, customerId: customer?.id }),
  );
  const title = { ko: '월별 매출과 활동', en: 'Sales and contacts by month' }[reader.language];
  return tableOf(
    {
      title: customer ? `${customer.name} · ${title}` : title,
      group: 'month',
      measures: ['amount', 'quantity', 'contacts'],
      rows: rows.map((row) => ({ ...row })),
      months,
      mine: scope.whose === 'mine',
      chart: { kind: 'line', purpose: 'time', x: 'month', y: ['amount'] },
    },
    reader,
  );
}

/** The customers or people with the most, from the monthly figures. */
export async function rankingTable(
  { months, scope, ranking }: Asked & { ranking: RankingQuery & { of: 'customer' | 'employee' } },
  reader: Reader,
  parts: StatisticsParts,
): Promise<ResultTable> {
  const { of, metric } = ranking;
  const rows = await readMonthly({ months, scope }, reader, parts, (base) => monthlyRanking(base, ranking));
  const label = interactionDimensions[of].label[reader.language];
  const measure = metrics[metric]!.label[reader.language];
  const table = tableOf(
    {
      title: { ko: `${label}별 ${measure}`, en: `${measure} by ${label.toLowerCase()}` }[reader.language],
      group: of,
      measures: metric === 'amount' ? ['amount', 'quantity'] : ['quantity', 'amount'],
      rows: rows.map(({ name, amount, quantity }) => ({ [of]: name!, amount: amount!, quantity: quantity! })),
      months,
      mine: scope.whose === 'mine',
      chart: { kind: 'bar', purpose: 'ranking', x: of, y: [metric] },
    },
    reader,
  );
  return { ...table, codes: { [of]: rows.map(({ code }) => code as string) } };
}

type Row = Record<string, CellValue>;

async function readMonthly(
  { months, scope }: Asked,
  reader: Reader,
  parts: StatisticsParts,
  statement: (base: Parameters<typeof monthlyTrend>[0]) => { sql: string; parameters: unknown[] },
): Promise<Row[]> {
  const { mine, filters = {} } = scopeOf(scope);
  return readFor(reader, parts, async (query) => {
    const resolved = await resolveNames(filters, query);
    if (!('filters' in resolved) || resolved.hidden.length > 0) throw new AppError('not_found');
    const { sql, parameters } = statement({
      from: `${months.from}-01`,
      to: `${months.to}-01`,
      mine,
      team: resolved.filters.teams?.[0],
      employeeNo: resolved.filters.employeeNos?.[0],
    });
    return (await query(sql, parameters)).rows as Row[];
  });
}

interface TableParts {
  title: string;
  group: 'month' | 'customer' | 'employee';
  measures: string[];
  rows: Row[];
  months: { from: string; to: string };
  mine: boolean;
  chart: ChartShape;
}

function tableOf(parts: TableParts, reader: Reader): ResultTable {
  const { title, group, measures, rows, months, mine, chart } = parts;
  const { language } = reader;
  const today = todayOf(reader);
  const period = daysOf(months, today);
  const { label, kind } = interactionDimensions[group];
  return {
    title,
    columns: [
      { key: group, label: label[language], kind },
      ...measures.map((key) => ({
        key,
        label: metrics[key]!.label[language],
        kind: metrics[key]!.kind,
        ...meaningOf({ key }, language),
      })),
    ],
    rows,
    scope: scopeFor(reader, mine),
    definition: definitionOf(measures, period, today, language),
    truncated: false,
    period,
    asOf: today,
    totalCount: rows.length,
    ...(rows.length > 1 ? { chart } : {}),
  };
}

function definitionOf(measures: string[], { from, to }: Period, today: string, language: Language): string {
  const meanings = measures.map((key) => metrics[key]!.definition[language]).join('. ');
  return language === 'ko'
    ? `기간 ${from} ~ ${to}. ${meanings}. 월별 집계에서 조회, ${today} 기준.`
    : `Period ${from} ~ ${to}. ${meanings}. Read from the monthly figures as of ${today}.`;
}
