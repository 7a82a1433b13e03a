import { createServer, type Server } from 'node:http';

/** Milliseconds the head of a request may take. Browsers send it at once; who drips it only holds the connection. */
export const headersTimeoutMs = 15_000;
/** Milliseconds a whole request may take: the largest upload (100 MB) over a line of 3 Mbit/s. */
export const requestTimeoutMs = 5 * 60_000;
/** Milliseconds between two looks for connections that are past these. */
export const checkingIntervalMs = 5_000;

/** An HTTP server that waits for nobody without end. What became a socket is looked after by the socket server. */
export function createHttpServer(): Server {
  return createServer({
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: checkingIntervalMs,
  });
}
