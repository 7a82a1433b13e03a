import pino from 'pino';
import type { Env } from '../env';
import { maskText } from '../privacy/maskText';
import { personalDataKinds } from '../shared/personalData';
import { describeError } from './describeError';
import { withoutSecrets } from './knownSecrets';
import { logFields } from './logContext';

export type Logger = pino.Logger;

/** Every kind, whatever the policy: who reads logs looks after the program, and needs no person's number for that. */
const hidden = { kinds: new Set(personalDataKinds) };

/**
 * JSON lines on standard error, so that what the start prints for people stays apart on standard output. Personal data in them
 * is masked, secrets of this process are hidden, and of an error no more is told than `describeError` lets. A line says which
 * request, turn or job it belongs to.
 */
export function createLogger(level: Env['logLevel']): Logger {
  return pino(
    {
      level,
      base: undefined,
      mixin: logFields,
      serializers: { err: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => maskText(withoutSecrets(line), hidden) },
    },
    pino.destination(2),
  );
}
