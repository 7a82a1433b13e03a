import type { z } from 'zod';
import type { Actor } from '../policies/actor';
import type { NumberedPassage } from '../retrieval/citations';
import type { PassageAnswer, PassageRequest } from '../retrieval/hybridSearch';
import type { ReadablePassage, ReadAround } from '../retrieval/readAround';
import type { ChartSpec, ResultTable } from '../shared/resultTable';
import type { Language } from '../shared/problem';
import type { EvidenceGrade } from '../shared/search';
import type { ReadAs } from '../storage/database/database';
import type { SqlTries } from './sql/sqlTries';

/** A statement a tool ran, for the trace. */
export interface QueryRecord {
  name: string;
  sql: string;
  parameters: unknown[];
  rowCount: number;
  startedAt: Date;
  /** Milliseconds. */
  ms: number;
  error?: string;
}

/** For whom a tool works, and with what. */
export interface ToolContext {
  /** The person who asks: every tool reads with this person's rights. */
  employee: Actor;
  language: Language;
  now: Date;
  /** Fires when the turn is stopped or its time is over. */
  signal: AbortSignal;
  readAs: ReadAs;
  searchPassages(request: Omit<PassageRequest, 'signal' | 'principals' | 'today'>): Promise<PassageAnswer>;
  readAround: ReadAround;
  /** Numbers passages on from those already found in the turn. */
  numberPassages(passages: ReadablePassage[]): NumberedPassage[];
  recordQuery(query: QueryRecord): void;
  /** What the turn may still try at SQL. */
  sqlTries: SqlTries;
}

/** What a tool found, typed for the program; `content` of the outcome is the same for the model. */
export type ToolArtifact =
  | { kind: 'table'; table: ResultTable; chart?: ChartSpec; notice?: string }
  | { kind: 'passages'; passages: NumberedPassage[]; evidence: number; grade: EvidenceGrade }
  | { kind: 'error'; code: string; message: string };

export interface ToolOutcome {
  /** What the model reads: compact JSON. */
  content: string;
  artifact: ToolArtifact;
}

/** A tool: what the model is told of it, and what it does. */
export interface ToolDefinition<Schema extends z.ZodObject = z.ZodObject> {
  name: string;
  /** For the model, with example questions. */
  description: string;
  schema: Schema;
  /** What the model can mend (a wrong argument, nothing found) is an outcome; a part that is down is thrown. */
  run(input: z.infer<Schema>, context: ToolContext): Promise<ToolOutcome>;
}
