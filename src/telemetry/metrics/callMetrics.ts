import { Counter, Histogram, type Registry } from 'prom-client';
import { workBuckets } from './buckets';

/** Counts what this process was asked over REST and sockets. */
export interface CallMetrics {
  /** @param route as it is declared, `/api/documents/:id`, so that no id becomes a label. */
  request(call: { method: string; route: string; status: number; seconds: number }): void;
  /** @param code of the error catalogue; null: it was done. */
  socketEvent(event: string, code: string | null): void;
}

export function createCallMetrics(registry: Registry): CallMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'narutalk_http_requests_total',
    help: 'Calls of REST routes, by class of status (2xx, 4xx, ...).',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'narutalk_http_request_duration_seconds',
    help: 'From a call of a REST route to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: workBuckets,
    registers,
  });
  const socketEvents = new Counter({
    name: 'narutalk_socket_events_total',
    help: 'Events clients have sent on sockets, with the code of the error where they were refused.',
    labelNames: ['event', 'code'],
    registers,
  });
  return {
    request({ method, route, status, seconds }) {
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
      duration.observe({ method, route }, seconds);
    },
    socketEvent: (event, code) => socketEvents.inc({ event, code: code ?? '' }),
  };
}
