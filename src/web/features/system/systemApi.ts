import type { LimitsDto } from '../../../shared/limits';
import type { MigrationRunDto, MigrationsDto, Readiness, SystemStatus } from '../../../shared/system';
import type { UsageDto } from '../../../shared/usage';
import { api } from '../../lib/api';
import { ApiError } from '../../lib/apiError';

export const systemKey = ['system'] as const;

export function readSystemStatus(): Promise<SystemStatus> {
  return api('/api/system/status');
}

/** Which parts serve; told also while one does not. @throws ApiError `network` where nobody answers. */
export async function readReadiness(): Promise<Readiness> {
  const response = await fetch('/readyz').catch(() => {
    throw new ApiError(0, 'network', '');
  });
  const isReadiness = response.headers.get('content-type')?.startsWith('application/json');
  if (!isReadiness) throw new ApiError(response.status, 'unexpected_answer', '');
  return (await response.json()) as Readiness;
}

export function readMigrations(): Promise<MigrationsDto> {
  return api('/admin/migrations');
}

/** Names what would be run, and runs nothing. */
export function tryMigrations(): Promise<MigrationRunDto> {
  return api('/admin/migrate?dryRun=1', { method: 'POST' });
}

export function runMigrations(): Promise<MigrationRunDto> {
  return api('/admin/migrate', { method: 'POST' });
}

export function readLimits(): Promise<LimitsDto> {
  return api('/api/limits');
}

export function readUsage(): Promise<UsageDto> {
  return api('/api/usage');
}
