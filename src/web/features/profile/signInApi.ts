import type { ApiKeyDto, CreatedApiKeyDto, NewApiKey } from '../../../shared/apiKeys';
import type { Page } from '../../../shared/problem';
import type { NewSecondFactorDto, RecoveryCodesDto, SecondFactorDto } from '../../../shared/signIn';
import { api, apiCommand } from '../../lib/api';

const factorPath = '/api/auth/second-factor';
const keysPath = '/api/auth/api-keys';
export const secondFactorKey = ['own-second-factor'] as const;
export const apiKeysKey = ['own-api-keys'] as const;

/** The password, and a code where one is asked for. */
export interface Proof {
  currentPassword: string;
  code: string;
}

export const readSecondFactor = (signal: AbortSignal) => api<SecondFactorDto>(factorPath, { signal });

export const beginSecondFactor = (currentPassword: string) =>
  api<NewSecondFactorDto>(factorPath, { method: 'POST', body: { currentPassword } });

export const confirmSecondFactor = (code: string) =>
  api<RecoveryCodesDto>(`${factorPath}/confirm`, { method: 'POST', body: { code } });

export const renewRecoveryCodes = (proof: Proof) =>
  api<RecoveryCodesDto>(`${factorPath}/recovery-codes`, { method: 'POST', body: proof });

export const removeSecondFactor = (proof: Proof) =>
  apiCommand(`${factorPath}/remove`, { method: 'POST', body: proof });

export async function readApiKeys(signal: AbortSignal): Promise<ApiKeyDto[]> {
  return (await api<Page<ApiKeyDto>>(keysPath, { signal })).items;
}

export const createApiKey = (key: NewApiKey) =>
  api<CreatedApiKeyDto>(keysPath, { method: 'POST', body: key });

export const revokeApiKey = (id: string) => apiCommand(`${keysPath}/${id}`, { method: 'DELETE' });
