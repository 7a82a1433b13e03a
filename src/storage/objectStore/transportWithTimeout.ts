import http from 'node:http';
import https from 'node:https';

/** A store that takes no byte and gives no answer for this long counts as down. */
const silenceLimitMs = 5_000;

/**
 * The transport of an S3 client, which has no timeouts of its own. The limit ends with the head of the answer: how fast the
 * rest is read is up to the reader.
 */
export function transportWithTimeout(protocol: string): Pick<typeof http, 'request'> {
  const { request } = protocol === 'https:' ? https : http;
  function requestWithTimeout(
    options: http.RequestOptions,
    onAnswer: (answer: http.IncomingMessage) => void,
  ) {
    const outgoing = request(options, onAnswer);
    outgoing.setTimeout(silenceLimitMs, () => {
      outgoing.destroy(new Error(`The file store was silent for ${silenceLimitMs} ms.`));
    });
    outgoing.once('response', () => outgoing.setTimeout(0));
    return outgoing;
  }
  return { request: requestWithTimeout as typeof http.request };
}
