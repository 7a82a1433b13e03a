import type { ChatError, Citation, FeedbackDto, StepKind, TurnStatus } from '../../../shared/chat';
import type { ResultTable } from '../../../shared/resultTable';

/** What the assistant did on the way to an answer. */
export interface Step {
  stepId: string;
  kind: StepKind;
  label: string;
  /** Missing while the step runs. */
  finished?: { ok: boolean; ms: number; summary: string };
}

/** A question with what is known of its answer. */
export interface Turn {
  turnId: string;
  /** The turn it goes on from; null: it begins the chat. Turns with the same one are branches. */
  parentTurnId: string | null;
  question: string;
  status: TurnStatus;
  text: string;
  steps: Step[];
  citations: Citation[];
  tables: ResultTable[];
  followUps: string[];
  /** Its place among those that wait for an answer; 1 is next. Missing when it does not wait. */
  queuePosition?: number;
  error?: ChatError;
  model?: string;
  /** What the reader thinks of the answer, where said. */
  feedback?: FeedbackDto;
  /** ISO 8601; missing until the stored message is read. */
  askedAt?: string;
}

/** One conversation as this page knows it: stored messages first, then events on top. */
export interface ConversationState {
  /** In the order in which they began, without those older than what was read. */
  turns: Turn[];
  /** Leads to the messages before `turns`; null: there are none. */
  olderCursor: string | null;
  /** The last event that is part of `turns`. */
  lastSeq: number;
  /** The highest event ever received: above `lastSeq` something is missing. */
  highestSeq: number;
  /** False before the stored messages are read. */
  opened: boolean;
  /** False when events may be missing: after opening, after a lost connection, after a gap. Then: `chat:resume`. */
  live: boolean;
  /** True when the server says that there is no such chat any more. */
  gone: boolean;
}

export const unknownConversation: ConversationState = {
  turns: [],
  olderCursor: null,
  lastSeq: 0,
  highestSeq: 0,
  opened: false,
  live: true,
  gone: false,
};

export function newTurn(turnId: string, question: string, parentTurnId: string | null): Turn {
  return {
    turnId,
    parentTurnId,
    question,
    status: 'running',
    text: '',
    steps: [],
    citations: [],
    tables: [],
    followUps: [],
  };
}
