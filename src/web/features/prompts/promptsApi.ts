import { queryOptions } from '@tanstack/react-query';
import type {
  PromptDto,
  PromptName,
  PromptTextDto,
  PromptVersionDto,
  PromptVersionKey,
} from '../../../shared/prompts';
import { api } from '../../lib/api';

/** Everything of prompts: a change of one part shows in the others. */
export const promptsKey = ['prompts'] as const;

export const promptPath = (name: PromptName) => `/api/prompts/${name}`;

export const promptsQuery = queryOptions({
  queryKey: [...promptsKey, 'list'],
  queryFn: async () => (await api<{ items: PromptDto[] }>('/api/prompts')).items,
});

/** The text of a version, which never changes; that of the release may with the release. */
export function promptTextQuery(name: PromptName, version: PromptVersionKey) {
  return queryOptions({
    queryKey: [...promptsKey, 'text', name, version],
    queryFn: () => api<PromptTextDto>(`${promptPath(name)}/versions/${version}`),
  });
}

export function savePrompt(
  name: PromptName,
  version: { body: string; reason: string },
): Promise<PromptVersionDto> {
  return api(`${promptPath(name)}/versions`, { method: 'POST', body: version });
}

export function activatePrompt(name: PromptName, version: PromptVersionKey): Promise<PromptDto> {
  return api(`${promptPath(name)}/in-force`, { method: 'PUT', body: { version } });
}
