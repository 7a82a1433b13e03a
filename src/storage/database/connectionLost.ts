import { ConnectionError, DatabaseError } from 'sequelize';

/** PostgreSQL's own words for a server that is away: connection exception, shutdown, too many connections. */
const serverAway = /^(08|57P0|53300)/;
const networkAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EPIPE',
  'EHOSTUNREACH',
]);
/** What `pg` says itself has no code at all. */
const clientAway =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** Whether a query failed because the database is away, and not because of the query. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  const { code, message } = ((error instanceof DatabaseError ? error.parent : error) ?? {}) as {
    code?: string;
    message?: string;
  };
  if (code) return serverAway.test(code) || networkAway.has(code);
  return clientAway.test(message ?? '');
}
