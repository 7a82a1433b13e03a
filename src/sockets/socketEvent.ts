import type { z } from 'zod';
import type { Actor } from '../policies/actor';
import type { ClientToServerEvents } from '../shared/chat';
import type { Language } from '../shared/problem';
import type { Subscriptions } from './subscriptions';

/** What an event may use of the socket it came by. */
export interface EventSocket {
  language: Language;
  subscriptions: Subscriptions;
  /** Leaves the record of an `access` now: for whoever sends something before the ack. */
  recordNow(): Promise<void>;
}

interface SocketEventOptions<Schema extends z.ZodType> {
  name: keyof ClientToServerEvents;
  schema: Schema;
  /**
   * What a good one leaves in `system_trace_logs`, as with routes: the event of this name, stored with what it does, or `access`,
   * stored before the ack. A refusal leaves one in any case.
   */
  record: 'access' | (string & {});
  /** Takes the person as known from the last look: what only ends own work must not wait for the database. */
  trustsSocket?: boolean;
  /** @returns what the ack says beyond `ok`. */
  handle(actor: Actor, payload: z.infer<Schema>, socket: EventSocket): Promise<object>;
}

/** An event that clients send. */
export type SocketEvent = SocketEventOptions<z.ZodType>;

/** Declares an event; the payload of its handler is typed by its schema. */
export function socketEvent<Schema extends z.ZodType>(options: SocketEventOptions<Schema>): SocketEvent {
  return options;
}
