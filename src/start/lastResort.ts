import type { Logger } from '../logging/logger';

/**
 * What nobody caught is logged as every error is, and ends the process, whose state nobody knows then: whoever started it starts
 * another. Node itself would print every member of the error, with what clients of servers keep there.
 */
export function endOnUncaught(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'nobody caught this');
    process.exit(1);
  });
}
