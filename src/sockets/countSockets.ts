import { Gauge, type Registry } from 'prom-client';
import type { ChatServer } from './server';

/** Says among the metrics how many clients are connected to this process. */
export function countSockets(sockets: ChatServer, metrics: Registry): void {
  new Gauge({
    name: 'narutalk_sockets',
    help: 'Clients connected to this process.',
    registers: [metrics],
    collect() {
      this.set(sockets.engine.clientsCount);
    },
  });
}
