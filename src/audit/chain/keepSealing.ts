import type { Logger } from '../../logging/logger';
import type { KeptHeads } from './heads';
import { sealWritten, type SealingDependencies } from './sealing';

/** Milliseconds between two looks for rows to seal: until then a row is kept by its proof alone. */
const sealEveryMs = 1_000;

/** Milliseconds between two heads that are kept elsewhere: until then a cut-off end of the chain is not noticed. */
const keepHeadEveryMs = 10_000;

/**
 * Seals what is written, and keeps the head of the chain outside the database, until told to stop.
 * @returns a function that stops, settled when what was written so far is sealed and its head kept.
 */
export function keepSealing(
  dependencies: SealingDependencies & { heads: KeptHeads; logger: Logger },
): () => Promise<void> {
  const { heads, logger, seals } = dependencies;
  let looking: Promise<void> | null = null;
  let keptNumber = 0;
  let keptAt = 0;

  const look = async ({ keepHead }: { keepHead: boolean }) => {
    try {
      await sealWritten(dependencies);
      if (!keepHead) return;
      // Whichever process made it: the process that did may have died before it kept it.
      const last = await seals.last(null);
      if (!last || last.number === keptNumber) return;
      await heads.keep(last);
      keptNumber = last.number;
    } catch (error) {
      // Nothing is lost: the rows have their proofs and are sealed by the next look.
      logger.error({ err: error }, 'sealing the audit');
    }
  };
  const timer = setInterval(() => {
    const keepHead = performance.now() - keptAt >= keepHeadEveryMs;
    looking ??= look({ keepHead }).finally(() => {
      looking = null;
      if (keepHead) keptAt = performance.now();
    });
  }, sealEveryMs);
  return async () => {
    clearInterval(timer);
    await looking;
    await look({ keepHead: true });
  };
}
