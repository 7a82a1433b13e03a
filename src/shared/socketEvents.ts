import type { z } from 'zod';
import { auditExportUpdateSchema } from './auditExportUpdate';
import {
  chatFeedbackSchema,
  chatRegenerateSchema,
  chatResumeSchema,
  chatSendSchema,
  chatStopSchema,
  feedbackAckSchema,
  resumeAckSchema,
  sendAckSchema,
  stopAckSchema,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from './chat';
import { chatEventSchema } from './chatEvents';
import { documentUpdateSchema } from './documents';
import { importUpdateSchema } from './imports';

/** An event of the sockets: what it is for, what it carries, what it is acknowledged with. */
interface DescribedEvent {
  summary: string;
  payload: z.ZodType;
}

/** What a client sends. */
export const clientEvents = {
  'chat:send': {
    summary:
      'Ask a question. It is acknowledged once it is stored; the same `clientMessageId` gives the same turn.',
    payload: chatSendSchema,
    ack: sendAckSchema,
  },
  'chat:regenerate': {
    summary: 'Answer a question anew, as a branch beside the answer that is there.',
    payload: chatRegenerateSchema,
    ack: sendAckSchema,
  },
  'chat:stop': {
    summary: 'End an answer that is being written.',
    payload: chatStopSchema,
    ack: stopAckSchema,
  },
  'chat:resume': {
    summary:
      'Get the events of a chat after `lastSeq` in order, then the acknowledgement, then what happens from now on.',
    payload: chatResumeSchema,
    ack: resumeAckSchema,
  },
  'chat:feedback': {
    summary: 'Say what one thinks of an answer, or take that back.',
    payload: chatFeedbackSchema,
    ack: feedbackAckSchema,
  },
} as const satisfies Record<keyof ClientToServerEvents, DescribedEvent & { ack: z.ZodType }>;

/** What the server sends. */
export const serverEvents = {
  'chat:event': {
    summary:
      'What happens in a chat, to the sockets of its owner that have sent `chat:send` or `chat:resume` in it.',
    payload: chatEventSchema,
  },
  'document:updated': {
    summary: 'How far a document has come, to those who keep documents.',
    payload: documentUpdateSchema,
  },
  'import:updated': {
    summary: 'How far an import has come, to those who import.',
    payload: importUpdateSchema,
  },
  'audit-export:updated': {
    summary: 'How far an export has come, to those who audit.',
    payload: auditExportUpdateSchema,
  },
} as const satisfies Record<keyof ServerToClientEvents, DescribedEvent>;
