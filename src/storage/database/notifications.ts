import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Sequelize } from 'sequelize';
import type { Env } from '../../env';
import type { Logger } from '../../logging/logger';
import type { Database } from './database';

/** Milliseconds before a lost listening connection is opened again. */
const reconnectDelayMs = 1_000;

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
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: options.url });
    next.on('notification', ({ payload }) =>
      emitter.emit('notification', JSON.parse(payload ?? 'null') as Payload),
    );
    next.on('error', (error) => {
      logger.warn({ err: error }, 'listening connection lost');
      client = null;
      again();
    });
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(options.channel)}`);
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
