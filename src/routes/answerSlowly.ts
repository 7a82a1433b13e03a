import type { Response } from 'express';

/** Milliseconds between two signs of life: proxies give up after a minute, some after half of one. */
const signOfLifeMs = 10_000;

/**
 * Waits for an answer that may take many minutes. Meanwhile blanks are sent, which JSON allows before it, so that nobody on the way
 * takes the connection for dead. When the work fails after that, the connection is cut: a good status has been sent by then.
 */
export async function answerSlowly<Answer>(
  response: Response,
  work: Promise<Answer>,
  everyMs = signOfLifeMs,
): Promise<Answer | undefined> {
  const timer = setInterval(() => {
    if (!response.headersSent) response.status(200).type('json');
    response.write(' ');
  }, everyMs);
  try {
    const answer = await work;
    if (!response.headersSent) return answer;
    response.end(JSON.stringify(answer));
    return undefined;
  } catch (error) {
    if (!response.headersSent) throw error;
    response.destroy(error as Error);
    return undefined;
  } finally {
    clearInterval(timer);
  }
}
