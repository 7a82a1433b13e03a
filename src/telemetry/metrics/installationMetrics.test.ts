import { Registry } from 'prom-client';
import { showInstallation } from './installationMetrics';

const hourAgo = () => new Date(Date.now() - 3_600_000);

/** Names and labels of all series that are shown, with their values. */
async function seriesOf(registry: Registry): Promise<Record<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [, series, value] = /^narutalk_installation_(.+) (\S+)$/.exec(line)!;
      return [series!, Math.round(Number(value))];
    }),
  );
}

test('a database that does not answer is shown as that, and not by figures of before or by 0', async () => {
  let state: 'fine' | 'away' | 'silent' = 'fine';
  const registry = new Registry();
  const look = showInstallation(registry, {
    jobs: {
      backlog: async () => {
        if (state === 'away') throw new Error('away');
        if (state === 'silent') await new Promise(() => {});
        return [{ queue: 'imports.run', waiting: 2, running: 1, retrying: 0, oldestAt: hourAgo() }];
      },
    },
    systemFacts: { documentsByStatus: async () => [{ status: 'indexed' as const, count: 7 }] },
    auditSeals: { backlog: async () => ({ rows: 3, oldestAt: hourAgo() }) },
  });
  await look();
  const fine = await seriesOf(registry);
  expect(fine).toEqual({
    readable: 1,
    'jobs{queue="imports.run",state="waiting"}': 2,
    'jobs{queue="imports.run",state="running"}': 1,
    'jobs{queue="imports.run",state="retrying"}': 0,
    'oldest_job_age_seconds{queue="imports.run"}': 3_600,
    'documents{status="indexed"}': 7,
    audit_unsealed_rows: 3,
    audit_sealing_lag_seconds: 3_600,
  });

  const clock = jest.spyOn(performance, 'now');
  const later = (seconds: number) => clock.mockReturnValue(seconds * 1_000_000);
  for (const [at, next] of (['away', 'fine', 'silent'] as const).entries()) {
    state = next;
    later(at + 1);
    await look();
    expect([next, await seriesOf(registry)]).toEqual([next, next === 'fine' ? fine : { readable: 0 }]);
  }
  clock.mockRestore();
});
