import type { TelemetrySettings } from '../env/telemetry';
import type { Logger } from '../logging/logger';
import type { Telemetry } from './telemetry';

/** Sends nothing. */
const silent: Telemetry = { send: () => {}, close: () => Promise.resolve() };

/** What the packages of OpenTelemetry are loaded for: only where there is somewhere to send to. */
export async function createTelemetry(
  settings: TelemetrySettings | undefined,
  process: { logger: Logger; version: string; processId: string },
): Promise<Telemetry> {
  if (!settings) return silent;
  const { openOtlpExport } = await import('./otlpExport.ts');
  return openOtlpExport(settings, process);
}
