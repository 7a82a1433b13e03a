import type { Threshold } from '../figureQuery';
import { isTimeDimension } from '../semanticModel/dimensions';
import type { GroupedParts } from './groupedParts';
import { measureKey, type Measure } from './measures';
import { quoted, type ParameterList } from './parameterList';

type Direction = 'asc' | 'desc';

/**
 * What the rows are ordered by: as asked for, else time goes forward and the largest figure comes first. Names at the end
 * make the order the same each time.
 */
export function orderTerms({ query, metrics, groups, measures }: GroupedParts): string[] {
  if (groups.length === 0) return [];
  const asked = query.order && { ...query.order, by: measureKey(query.order.by, query, metrics) };
  const time = groups.filter(({ key }) => isTimeDimension(key)).map(({ key }) => quoted(key));
  const figure = measures.find(({ key }) => key === (asked?.by ?? measures[0]!.key));
  const byFigure = figure ? [orderTerm(figure, asked?.direction ?? 'desc')] : [];
  const first = !asked
    ? [...time, ...byFigure]
    : figure
      ? byFigure
      : [`${quoted(asked.by)} ${asked.direction}`];
  const names = groups.flatMap(({ key, detail }) => [
    quoted(key),
    ...(detail ? [quoted(`${key}Detail`)] : []),
  ]);
  return [...first, ...names.filter((name) => !first.includes(name))];
}

/** The conditions that a query's thresholds make, on the columns of `measured`. */
export function thresholdConditions({ query, metrics, measures, parameters }: GroupedParts): string[] {
  return (query.thresholds ?? []).flatMap((threshold) => {
    const key = measureKey(threshold.measure, query, metrics);
    return boundsOf(
      threshold,
      measures.find((measure) => measure.key === key)!,
      parameters,
    );
  });
}

/** A missing figure goes last, unless it stands for the most or the least there is. */
function orderTerm({ key, none }: Measure, direction: Direction): string {
  const noneFirst = none === (direction === 'desc' ? 'most' : 'least');
  return `${quoted(key)} ${direction} NULLS ${noneFirst ? 'FIRST' : 'LAST'}`;
}

function boundsOf(
  { atLeast, above, atMost, below }: Threshold,
  { key, none }: Measure,
  { add }: ParameterList,
): string[] {
  const bounds: [operator: string, bound: number | undefined, includes: Measure['none']][] = [
    ['>=', atLeast, 'most'],
    ['>', above, 'most'],
    ['<=', atMost, 'least'],
    ['<', below, 'least'],
  ];
  return bounds.flatMap(([operator, bound, includes]) => {
    if (bound === undefined) return [];
    const condition = `${quoted(key)} ${operator} ${add(bound)}::float8`;
    return none === includes ? [`(${condition} OR ${quoted(key)} IS NULL)`] : [condition];
  });
}
