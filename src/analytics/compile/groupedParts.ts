import type { FigureQuery } from '../figureQuery';
import type { Dimension, Metric } from '../semanticModel/types';
import type { Measure } from './measures';
import type { ParameterList } from './parameterList';

/** A dimension a query groups by, with its key. */
export type Group = Dimension & { key: string };

export interface GroupedParts {
  query: FigureQuery;
  metrics: Record<string, Metric>;
  /** Query whose rows have the columns that the measures and groups use. */
  facts: string;
  /** The relation of working days, where a metric reads it. */
  workingDays?: string;
  groups: Group[];
  measures: Measure[];
  parameters: ParameterList;
}
