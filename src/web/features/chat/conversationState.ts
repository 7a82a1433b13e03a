import type { ChatError, Citation, ResultTable, StepKind, TurnStatus } from '../../../shared/chat';

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
  question: string;
  status: TurnStatus;
  text: string;
  steps: Step[];
  citations: Citation[];
  tables: ResultTable[];
  followUps: string[];
  /** Its place among those that wait for an answer; 1 is next. Missing when it never waited. */
  queuePosition?: number;
  error?: ChatError;
  model?: string;
  /** ISO 8601; missing until the stored message is read. */
  askedAt?: string;
}

/** One conversation as this page knows it: stored messages first, then events on top. */
export interface ConversationState {
  turns: Turn[];
  /** The last event that is part of `turns`. */
  lastSeq: number;
  /** The highest event ever received: above `lastSeq` something is missing. */
  highestSeq: number;
  /** False before the stored messages are read. */
  opened: boolean;
  /** False when events may be missing: after opening, after a lost connection, after a gap. Then: `chat:resume`. */
  live: boolean;
}

export const unknownConversation: ConversationState = {
  turns: [],
  lastSeq: 0,
  highestSeq: 0,
  opened: false,
  live: true,
};

export function newTurn(turnId: string, question: string): Turn {
  return {
    turnId,
    question,
    status: 'running',
    text: '',
    steps: [],
    citations: [],
    tables: [],
    followUps: [],
  };
}
