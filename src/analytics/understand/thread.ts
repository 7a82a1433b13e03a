import type { Understanding } from '../../llm/offlinePlanner/understanding';
import type { Topic } from '../conversation/carryOver';
import type { InteractionsQuery, SalesQuery } from '../figureQuery';
import type { AmbiguousName, LinkedNames } from '../linkNames/linkedNames';
import type { Clues } from './readClues';

/** What a question asks for, with the queries that answer it. */
export interface QuestionUnderstanding extends Understanding {
  sales?: SalesQuery;
  interactions?: InteractionsQuery;
  /** It was understood by the questions before it. */
  goesOn?: true;
}

/** A question with the names it has, when it was asked. */
export interface AskedQuestion {
  question: string;
  names: LinkedNames;
  now: Date;
}

/** What a conversation has come to: what figures it is about, and what was asked back. */
export interface Thread {
  topic: Topic | null;
  pending: { asked: AskedQuestion; clues: Clues; name: AmbiguousName; goesOn: boolean } | null;
}

export const nothingSaid: Thread = { topic: null, pending: null };

/** A question understood, and what the next one may go on from. */
export interface Step {
  understanding: QuestionUnderstanding;
  thread: Thread;
}
