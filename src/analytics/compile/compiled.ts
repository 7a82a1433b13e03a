import type { ColumnKind } from '../../shared/resultTable';
import type { Period } from '../period/calendar';
import type { Texts } from '../semanticModel/types';

/** A column of a result; `key` is its name there. */
export interface FigureColumn {
  key: string;
  label: Texts;
  kind: ColumnKind;
  /** Of the period that is compared with. */
  isBase?: boolean;
}

/** A statement for the reader role, with what its result means. */
export interface CompiledQuery {
  sql: string;
  parameters: unknown[];
  columns: FigureColumn[];
  /** Hidden columns that tell namesakes apart: [key of the column, key of its detail]. */
  details: [string, string][];
  /** Rows to show; the statement asks for one more, which tells that there are more. */
  limit: number;
  /** The days that were compared with. */
  basePeriod?: Period;
  /** What else has to be known of how the figures were made, such as the days of other periods. */
  notes: Texts[];
}
