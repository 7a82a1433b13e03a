import { statfs } from 'node:fs/promises';
import { Gauge, type Registry } from 'prom-client';
import type { Readiness } from '../../shared/system';

interface Process {
  version: string;
  role: string;
  dataDir: string;
  readiness(): Promise<Readiness>;
}

/**
 * How this process does, and how it finds the parts it stands on: the same as `/readyz` says.
 * @returns a look at them, for before each scrape.
 */
export function showParts(
  registry: Registry,
  { version, role, dataDir, readiness }: Process,
): () => Promise<void> {
  const registers = [registry];
  new Gauge({
    name: 'narutalk_build_info',
    help: 'Always 1: which version runs here, and what it does (all, server, worker).',
    labelNames: ['version', 'role'],
    registers,
  }).set({ version, role }, 1);
  const ready = new Gauge({
    name: 'narutalk_ready',
    help: '1: this process can serve. 0: a part is away, or migrations are pending.',
    registers,
  });
  const pending = new Gauge({
    name: 'narutalk_migrations_pending',
    help: '1: every part is there, and this process waits for an admin to migrate.',
    registers,
  });
  const up = new Gauge({
    name: 'narutalk_part_up',
    help: '1: this process reaches the part. 0: it does not.',
    labelNames: ['part', 'engine'],
    registers,
  });
  const disk = new Gauge({
    name: 'narutalk_data_disk_bytes',
    help: 'Disk of the data folder, by state (free, size).',
    labelNames: ['state'],
    registers,
  });
  return async () => {
    const [{ status, parts }, { bavail, blocks, bsize }] = await Promise.all([readiness(), statfs(dataDir)]);
    ready.set(status === 'ready' ? 1 : 0);
    pending.set(status === 'migrations pending' ? 1 : 0);
    for (const { name: part, engine, ok } of parts) up.set({ part, engine }, ok ? 1 : 0);
    disk.set({ state: 'free' }, bavail * bsize);
    disk.set({ state: 'size' }, blocks * bsize);
  };
}
