import { Gauge, type Registry } from 'prom-client';
import type { PoolState } from '../../storage/database/database';

/** What a process has under way at this moment. */
export interface Load {
  turns(): { running: number; waiting: number };
  pools(): PoolState[];
}

/** Says how much of what a process may do at once it does: answers, and connections to the database. */
export function showLoad(registry: Registry, { turns, pools }: Load): void {
  const registers = [registry];
  new Gauge({
    name: 'narutalk_turns_running',
    help: 'Questions this process is answering.',
    registers,
    collect() {
      this.set(turns().running);
    },
  });
  new Gauge({
    name: 'narutalk_turns_waiting',
    help: 'Questions that wait for their turn in this process.',
    registers,
    collect() {
      this.set(turns().waiting);
    },
  });
  new Gauge({
    name: 'narutalk_database_connections',
    help: 'Connections of this process to the database, by pool and state (used, idle).',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const { pool, used, idle } of pools()) {
        this.set({ pool, state: 'used' }, used);
        this.set({ pool, state: 'idle' }, idle);
      }
    },
  });
  new Gauge({
    name: 'narutalk_database_connections_limit',
    help: 'Connections a pool may have.',
    labelNames: ['pool'],
    registers,
    collect() {
      for (const { pool, limit } of pools()) this.set({ pool }, limit);
    },
  });
  new Gauge({
    name: 'narutalk_database_waiting',
    help: 'What waits for a connection of a pool; of pool `engine`, for the one backend of the embedded database.',
    labelNames: ['pool'],
    registers,
    collect() {
      for (const { pool, waiting } of pools()) this.set({ pool }, waiting);
    },
  });
}
