import type { ErrorCode } from '../../errors';
import { errorCatalogue } from '../../errorCatalogue';
import type { Route } from '../route';

/** What the program answers to any call, before or beside its handler. */
const ofEveryCall: ErrorCode[] = [
  'bad_request',
  'payload_too_large',
  'too_many_requests',
  'internal',
  'audit_unavailable',
];

/** The problems a route may answer with, by their status: what follows from its declaration, and what it adds. */
export function problemsOf(route: Route): Map<number, ErrorCode[]> {
  const { method, who, params, query, body, beforeMigration, problems = [], credentials = [] } = route;
  const { byKey, owingFactor } = route;
  const codes = new Set<ErrorCode>([...ofEveryCall, ...problems]);
  if (beforeMigration !== true) codes.add('migrations_pending').add('database_unavailable');
  if (who !== 'everyone' || credentials.length > 0) codes.add('unauthenticated').add('token_expired');
  // Whoever signed in may do some of it; a key may lack even that.
  if (who !== 'everyone') codes.add('forbidden');
  if (who !== 'everyone' && !(owingFactor && byKey === false)) codes.add('second_factor_demanded');
  if (method !== 'get') codes.add('other_site');
  // A key that has not the form of one names nothing.
  if (params) codes.add('not_found');
  if (params || query || body) codes.add('validation_failed');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes].sort()) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}
