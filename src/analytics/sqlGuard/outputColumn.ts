import type { ColumnKind } from '../../shared/resultTable';

/** What is known of the values of a column before the statement runs. */
export interface OutputColumn {
  name: string;
  /** Bytes one value may take at most, roughly. */
  width: number;
  kind?: ColumnKind;
}

/** What a table of FROM offers, under the name it has there. */
export interface Source {
  name: string;
  columns: OutputColumn[];
}

/** The tables an expression may read, innermost query first. */
export type Sources = readonly (readonly Source[])[];
