import { withoutSecrets } from './knownSecrets';

/** Causes of causes that are told: deeper ones say nothing new. */
const deepestCause = 4;

/**
 * What a log says of an error: its kind, words, place, code and causes. Never its other members: clients of servers put whole
 * requests there, with their passwords and keys, and the database the values of a statement.
 */
export function describeError(error: unknown): unknown {
  return described(error, 0);
}

function described(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? 'not an error' : error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    stack: error.stack && withoutSecrets(error.stack),
    ...(isShort(code) ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(error.cause !== undefined && depth < deepestCause
      ? { cause: described(error.cause, depth + 1) }
      : {}),
  };
}

function isShort(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && code.length <= 60);
}
