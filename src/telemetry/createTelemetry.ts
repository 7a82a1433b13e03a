import type { TelemetrySettings } from '../env/telemetry';
import type { Logger } from '../logging/logger';
import type { Metrics } from './metrics/createMetrics';
import type { Telemetry } from './telemetry';

/** Sends nothing. */
const silent: Telemetry = { send: () => {}, close: () => Promise.resolve() };

/** Counts what the audit stored of turns, and sends it where there is somewhere to send to. */
export async function createTelemetry(
  settings: TelemetrySettings | undefined,
  {
    metrics,
    ...process
  }: { logger: Logger; version: string; processId: string; metrics: Pick<Metrics, 'countTrace'> },
): Promise<Telemetry> {
  const sent = settings ? await openExport(settings, process) : silent;
  return {
    send(trace) {
      metrics.countTrace(trace);
      sent.send(trace);
    },
    close: sent.close,
  };
}

/** What the packages of OpenTelemetry are loaded for. */
async function openExport(
  settings: TelemetrySettings,
  process: { logger: Logger; version: string; processId: string },
): Promise<Telemetry> {
  const { openOtlpExport } = await import('./otlpExport.ts');
  return openOtlpExport(settings, process);
}
