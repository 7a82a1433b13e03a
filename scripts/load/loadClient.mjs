import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { EventTally } from './eventTally.mjs';

const require = createRequire(import.meta.url);
const { isTurnEnd } = require('../../dist/shared/isTurnEnd.js');

/** Milliseconds before a refused resume is asked again, and how often. */
const againAfterMs = 500;
const mostTries = 40;

/** Milliseconds an ack may take: an event that is not acknowledged by then was not accepted. */
const ackWithinMs = 30_000;

/** Milliseconds a turn is waited for: more than a server gives one. */
const turnWithinMs = 180_000;

/**
 * One real Socket.IO client of the chat contract, which comes back by itself as the page does and then resumes the chats it
 * has. It keeps all it is given, and when.
 */
export class LoadClient {
  /** Chats by their id. */
  tallies = new Map();
  /** Milliseconds from the try that succeeded until every chat was read up, for each time it came back. */
  catchUps = [];
  /** Turns of which text has come and no end. */
  open = new Set();
  /** Resumes that were refused, and asked again. */
  refusals = 0;
  #waiting = new Map();
  #triedAt = 0;

  constructor(url, token) {
    this.socket = io(url, { auth: { token }, transports: ['websocket'], forceNew: true });
    this.socket.io.on('reconnect_attempt', () => (this.#triedAt = performance.now()));
    this.socket.on('chat:event', (event) => this.#take(event));
    this.socket.on('connect', () => void this.#resumeAll());
    // A server that ends in order says so, and then a client does not come back by itself.
    this.socket.on('disconnect', () => this.socket.active || this.socket.connect());
  }

  async connected() {
    if (this.socket.connected) return;
    await new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
  }

  /** Asks and waits for the ack. @returns the ids of the turn, with when it was asked. */
  async ask(text, conversationId) {
    const askedAt = performance.now();
    const question = { clientMessageId: randomUUID(), text, ...(conversationId ? { conversationId } : {}) };
    const ack = await this.socket.timeout(ackWithinMs).emitWithAck('chat:send', question);
    if (!ack.ok) throw new Error(`chat:send was refused: ${ack.error.code}`);
    this.#tallyOf(ack.conversationId);
    return { turnId: ack.turnId, conversationId: ack.conversationId, askedAt };
  }

  /** Listens to a chat from its beginning. */
  async follow(conversationId) {
    this.#tallyOf(conversationId);
    await this.#resume(conversationId);
  }

  /** @returns when the turn ended, or was given up: the report counts it as one without an end. */
  async ended(turnId) {
    const ending = this.#endOf(turnId);
    if (ending.at === undefined) {
      const signal = AbortSignal.timeout(turnWithinMs);
      await once(ending.target, 'end', { signal }).catch((error) => {
        if (!signal.aborted) throw error;
      });
    }
    return ending.at ?? performance.now();
  }

  close() {
    this.socket.disconnect();
  }

  #take(event) {
    this.#tallyOf(event.conversationId).take(event);
    if (event.type === 'text-delta') this.open.add(event.turnId);
    if (!isTurnEnd(event)) return;
    this.open.delete(event.turnId);
    const ending = this.#endOf(event.turnId);
    ending.at ??= performance.now();
    ending.target.dispatchEvent(new Event('end'));
  }

  /** An end may come before anybody waits for it. */
  #endOf(turnId) {
    if (!this.#waiting.has(turnId)) this.#waiting.set(turnId, { target: new EventTarget(), at: undefined });
    return this.#waiting.get(turnId);
  }

  #tallyOf(conversationId) {
    if (!this.tallies.has(conversationId)) this.tallies.set(conversationId, new EventTally());
    return this.tallies.get(conversationId);
  }

  async #resumeAll() {
    if (this.tallies.size === 0) return;
    try {
      await Promise.all([...this.tallies.keys()].map((conversationId) => this.#resume(conversationId)));
      this.catchUps.push(performance.now() - this.#triedAt);
    } catch (error) {
      // Cut again meanwhile: the next connection resumes. Any other reason leaves it behind, which the report shows.
      if (this.socket.connected) console.error(error.message);
    }
  }

  async #resume(conversationId) {
    for (let tries = 1; ; tries += 1) {
      const { lastSeq } = this.#tallyOf(conversationId);
      const ack = await this.socket
        .timeout(ackWithinMs)
        .emitWithAck('chat:resume', { conversationId, lastSeq });
      if (ack.ok) return;
      if (tries === mostTries) throw new Error(`chat:resume was refused: ${ack.error.code}`);
      this.refusals += 1;
      await pause(againAfterMs);
    }
  }
}
