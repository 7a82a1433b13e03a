import type { ToolCallRecord } from '../models/chatMessage';

/** What a model is told of what was said before, within a token budget. */
export interface Past {
  /** What is told in short of the older turns; null: all are told whole. Data, never instructions. */
  record: string | null;
  /** Oldest first. */
  turns: ToldTurn[];
  /** The last questions, oldest first: what a question may go on from without a model. */
  questions: { content: string; createdAt: Date }[];
}

/** A turn as it is told: the question, the tools that were called, the answer. */
export interface ToldTurn {
  turnId: string;
  question: string;
  calls: ToldCall[];
  /** What the tables of the answer were called. */
  titles: string[];
  answer: string;
}

export interface ToldCall extends ToolCallRecord {
  /** What came of it, in short. */
  result: string;
}
