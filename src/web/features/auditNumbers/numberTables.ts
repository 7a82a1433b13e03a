import type { TFunction } from 'i18next';
import type {
  CostCounts,
  CostNumbersDto,
  FeedbackNumbersDto,
  GroundednessNumbersDto,
  LatencyNumbersDto,
  UnansweredNumbersDto,
  UsageNumbersDto,
} from '../../../shared/auditNumbers';
import type { ColumnKind, ResultTable, TableColumn } from '../../../shared/resultTable';
import { noValue } from '../../lib/format';
import type { NumbersFilter } from './numbersFilter';

type T = TFunction<'auditNumbers'>;

/** What the tables of a look have in common. */
export interface TableContext {
  t: T;
  filter: NumbersFilter;
}

type Columns = [key: string, label: string, kind: ColumnKind][];

export function usageTable({ items }: UsageNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  const counts = [
    'turns',
    'people',
    'conversations',
    'completed',
    'stopped',
    'failed',
    'interrupted',
    'running',
  ] as const;
  return table(context, {
    title: t('usage.title'),
    definition: t('usage.definition'),
    columns: [
      ['start', t('start'), 'text'],
      ...counts.map((key) => [key, t(`count.${key}`), 'count'] as Columns[number]),
    ],
    rows: items.map((item) => ({
      ...item,
      start: item.start.replace('T', ' ') + (item.start.includes('T') ? ':00' : ''),
    })),
    chart: { kind: 'line', purpose: 'time', x: 'start', y: ['turns', 'people', 'conversations'] },
  });
}

export function groundednessTable({ byDay }: GroundednessNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  const counts = [
    'answers',
    'cited',
    'withFigures',
    'grounded',
    'found',
    'near',
    'none',
    'notSearched',
  ] as const;
  return table(context, {
    title: t('groundedness.title'),
    definition: t('groundedness.definition'),
    columns: [
      ['day', t('day'), 'day'],
      ['share', t('count.groundedShare'), 'ratio'],
      ['citedShare', t('count.citedShare'), 'ratio'],
      ...counts.map((key) => [key, t(`count.${key}`), 'count'] as Columns[number]),
    ],
    rows: byDay.map((each) => ({
      ...each,
      share: ratio(each.grounded, each.answers),
      citedShare: ratio(each.cited, each.answers),
    })),
    chart: { kind: 'line', purpose: 'time', x: 'day', y: ['share', 'citedShare'] },
  });
}

export function feedbackTable({ byDay }: FeedbackNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  return table(context, {
    title: t('feedback.title'),
    definition: t('feedback.definition'),
    columns: [
      ['day', t('day'), 'day'],
      ['up', t('count.up'), 'count'],
      ['down', t('count.down'), 'count'],
      ['answers', t('count.answers'), 'count'],
      ['rate', t('count.feedbackRate'), 'ratio'],
    ],
    rows: byDay.map((each) => ({ ...each, rate: ratio(each.up + each.down, each.answers) })),
    chart: { kind: 'line', purpose: 'time', x: 'day', y: ['up', 'down'] },
  });
}

export function reasonTable({ reasons }: FeedbackNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  return table(context, {
    title: t('feedback.reasons'),
    definition: t('feedback.reasonsDefinition'),
    columns: [
      ['reason', t('reason'), 'text'],
      ['count', t('count.count'), 'count'],
    ],
    rows: reasons.map(({ reason, count }) => ({ reason: reason ?? t('noReason'), count })),
    ...(reasons.length > 1 ? { chart: { kind: 'bar', purpose: 'ranking', x: 'reason', y: ['count'] } } : {}),
  });
}

export function latencyTable({ byDay }: LatencyNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  return table(context, {
    title: t('latency.title'),
    definition: t('latency.definition'),
    columns: [
      ['day', t('day'), 'day'],
      ...(['totalP50', 'totalP95', 'totalP99', 'firstP50', 'firstP95', 'firstP99'] as const).map(
        (key) => [key, t(`times.${key}`), 'count'] as Columns[number],
      ),
    ],
    rows: byDay.map(({ day, total, firstText }) => ({
      day,
      ...{ totalP50: total.p50, totalP95: total.p95, totalP99: total.p99 },
      ...{ firstP50: firstText.p50, firstP95: firstText.p95, firstP99: firstText.p99 },
    })),
    chart: { kind: 'line', purpose: 'time', x: 'day', y: ['totalP50', 'totalP95', 'firstP50', 'firstP95'] },
  });
}

export function stepTable({ steps }: LatencyNumbersDto, context: TableContext): ResultTable {
  const { t } = context;
  const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms * 10) / 10);
  return table(context, {
    title: t('latency.steps'),
    definition: t('latency.stepsDefinition'),
    columns: [
      ['name', t('step'), 'text'],
      ['count', t('count.count'), 'count'],
      ...(['p50', 'p95', 'p99'] as const).map((key) => [key, t(`times.${key}`), 'number'] as Columns[number]),
    ],
    rows: steps.map(({ kind, name, count, p50, p95, p99 }) => ({
      ...{ name: `${kind} · ${name}`, count, p50: rounded(p50), p95: rounded(p95), p99: rounded(p99) },
    })),
    ...(steps.length > 1 ? { chart: { kind: 'bar', purpose: 'ranking', x: 'name', y: ['p50', 'p95'] } } : {}),
  });
}

/** Tokens and cost by day, by team, by person and by model. */
export function costTables(
  { byDay, byTeam, byPerson, byModel }: CostNumbersDto,
  context: TableContext,
): ResultTable[] {
  const { t } = context;
  const of = (by: 'day' | 'team' | 'person' | 'model', rows: (CostCounts & { key: string })[]) =>
    table(context, {
      title: t(`cost.${by}`),
      definition: t('cost.definition'),
      columns: [
        ['key', t(by), by === 'day' ? 'day' : 'text'],
        ['costKrw', t('count.cost'), 'won'],
        ['inputTokens', t('count.inputTokens'), 'count'],
        ['outputTokens', t('count.outputTokens'), 'count'],
        ['turns', t('count.turns'), 'count'],
        ['unpriced', t('count.unpriced'), 'count'],
      ],
      rows: rows.map((row) => ({
        ...{ key: row.key, costKrw: Math.round(row.costKrw), inputTokens: row.inputTokens },
        ...{ outputTokens: row.outputTokens, turns: row.turns, unpriced: row.unpriced },
      })),
      ...chartOf(by, rows),
    });
  return [
    of(
      'day',
      byDay.map((row) => ({ ...row, key: row.day })),
    ),
    of(
      'model',
      byModel.map((row) => ({ ...row, key: row.model ?? noValue })),
    ),
    of(
      'team',
      byTeam.map((row) => ({ ...row, key: row.team ?? noValue })),
    ),
    of(
      'person',
      byPerson.map((row) => ({ ...row, key: `${row.name} (${row.employeeNo})` })),
    ),
  ];
}

/** Cost where there is any, else tokens. */
function chartOf(by: string, rows: CostCounts[]): Pick<ResultTable, 'chart'> {
  const y = rows.some(({ costKrw }) => costKrw > 0) ? ['costKrw'] : ['inputTokens', 'outputTokens'];
  if (by === 'day') return { chart: { kind: 'line', purpose: 'time', x: 'key', y } };
  return rows.length > 1 ? { chart: { kind: 'bar', purpose: 'ranking', x: 'key', y } } : {};
}

export function refusedTable(
  { codes }: NonNullable<UnansweredNumbersDto['refused']>,
  context: TableContext,
): ResultTable {
  const { t } = context;
  return table(context, {
    title: t('unanswered.refused'),
    definition: t('unanswered.refusedDefinition'),
    columns: [
      ['code', t('reason'), 'text'],
      ['count', t('count.count'), 'count'],
    ],
    rows: codes,
    ...(codes.length > 1 ? { chart: { kind: 'bar', purpose: 'ranking', x: 'code', y: ['count'] } } : {}),
  });
}

/** Null of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function table(
  { t, filter: { from, to, team, employeeNo, model } }: TableContext,
  given: Pick<ResultTable, 'title' | 'definition' | 'chart'> & { columns: Columns; rows: object[] },
): ResultTable {
  const whose = [team, employeeNo, model].filter((each) => each !== undefined).join(' · ') || t('everybody');
  const columns: TableColumn[] = given.columns.map(([key, label, kind]) => ({ key, label, kind }));
  return {
    ...given,
    columns,
    rows: given.rows as ResultTable['rows'],
    scope: `${whose}, ${from} – ${to}`,
    truncated: false,
    period: { from, to },
  };
}
