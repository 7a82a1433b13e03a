import type { TracedReads } from '../../agents/tracedReads';
import type { AskedQuestion } from '../../analytics/understand/thread';
import type { Actor } from '../../policies/actor';
import type { Citation } from '../../shared/chat';
import type { ResultTable } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import type { ReadAs } from '../../storage/database/database';

/** A turn that was answered, as far as questions that could follow depend on it. */
export interface AnsweredTurn {
  actor: Actor;
  /** The question, behind those before it in the chat. */
  asked: Pick<AskedQuestion, 'question' | 'now'>[];
  /** The language of the answer. */
  language: Language;
  tables: ResultTable[];
  citations: Citation[];
  now: Date;
  signal: AbortSignal;
  /** Reads while there is time for what is offered. */
  readAs: ReadAs;
  /** What is read to find them is traced. */
  reads: TracedReads;
}
