import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Sequelize } from 'sequelize';
import type { Env } from '../../env';
import type { Logger } from '../../logging/logger';
import type { Database } from './database';

/** Milliseconds before a lost listening connection is opened again. */
const reconnectDelayMs = 1_000;

/** Milliseconds a listening connection has to come about, and to answer. */
const answerWithinMs = 5_000;

/** Milliseconds between two questions whether a listening connection still has a server: it may hear nothing for hours. */
const heartbeatMs = 10_000;

/** Tells every process of the installation that something happened. May be lost: what must not be is in a table. */
export interface Notifications<Payload> {
  publish(payload: Payload): Promise<void>;
  subscribe(listener: (payload: Payload) => void): () => void;
  /** Called when notifications may have been missed: the connection that listens was lost, and is back. */
  onMissed(listener: () => void): void;
  close(): Promise<void>;
}

type Channel<Payload> = { notification: [Payload]; missed: [] };

/** The notifications of one channel, on the engine the settings choose. */
export async function openNotifications<Payload>(
  env: Pick<Env, 'database'>,
  channel: string,
  { sequelize }: Database,
  logger: Logger,
): Promise<Notifications<Payload>> {
  if (!env.database) return localNotifications();
  return postgresNotifications({ url: env.database.url, channel }, sequelize, logger);
}

/** Within this process: all there is on the embedded database. */
function localNotifications<Payload>(): Notifications<Payload> {
  const emitter = new EventEmitter<Channel<Payload>>().setMaxListeners(0);
  return {
    async publish(payload) {
      emitter.emit('notification', payload);
    },
    subscribe: (listener) => listen(emitter, listener),
    onMissed() {}, // nothing is missed within a process
    async close() {
      emitter.removeAllListeners();
    },
  };
}

/** Between processes, by PostgreSQL's NOTIFY. Payloads stay under its 8,000 bytes. */
async function postgresNotifications<Payload>(
  options: { url: string; channel: string },
  sequelize: Sequelize,
  logger: Logger,
): Promise<Notifications<Payload>> {
  const emitter = new EventEmitter<Channel<Payload>>().setMaxListeners(0);
  const listenStatement = `LISTEN ${pg.escapeIdentifier(options.channel)}`;
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    });
    // A connection that is reset says so twice, and one whose server is gone may never say it.
    let isLost = false;
    const lose = (error: unknown) => {
      if (isLost || closed) return;
      isLost = true;
      logger.warn({ err: error }, 'listening connection lost');
      client = null;
      next.end().catch(() => {}); // it is of no more use
      again();
    };
    next.on('error', lose);
    next.on('notification', ({ payload }) =>
      emitter.emit('notification', JSON.parse(payload ?? 'null') as Payload),
    );
    try {
      await next.connect();
      await next.query(listenStatement);
    } catch (error) {
      isLost = true;
      next.end().catch(() => {}); // it is of no more use
      throw error;
    }
    if (closed) return next.end(); // while it came about
    // Listening again changes nothing.
    const beat = setInterval(() => void next.query(listenStatement).catch(lose), heartbeatMs);
    next.once('end', () => clearInterval(beat));
    client = next;
  };
  const again = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      connect().then(
        () => emitter.emit('missed'),
        (error: unknown) => {
          logger.warn({ err: error }, 'listening connection');
          again();
        },
      );
    }, reconnectDelayMs);
  };
  await connect();

  return {
    async publish(payload) {
      await sequelize.query('SELECT pg_notify($channel, $payload)', {
        bind: { channel: options.channel, payload: JSON.stringify(payload) },
      });
    },
    subscribe: (listener) => listen(emitter, listener),
    onMissed: (listener) => void emitter.on('missed', listener),
    async close() {
      closed = true;
      clearTimeout(timer);
      emitter.removeAllListeners();
      await client?.end();
    },
  };
}

function listen<Payload>(
  emitter: EventEmitter<Channel<Payload>>,
  listener: (payload: Payload) => void,
): () => void {
  emitter.on('notification', listener);
  return () => emitter.off('notification', listener);
}
