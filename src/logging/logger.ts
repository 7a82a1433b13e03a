import pino from 'pino';
import type { Env } from '../env';

export type Logger = pino.Logger;

/** JSON lines on standard error, so that what the start prints for people stays apart on standard output. */
export function createLogger(level: Env['logLevel']): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
