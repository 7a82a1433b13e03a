import type { AddedAliasDto, AliasDto, AliasKind, AliasThingDto } from '../../../shared/aliases';
import type { Page } from '../../../shared/problem';
import type { Choice } from '../../components/searchSelect';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const aliasesPath = '/api/aliases';
/** Of everything read of names. */
export const aliasesKey = ['aliases'] as const;

/** A name of something, as it is given and taken. */
export type GivenAlias = Pick<AliasDto, 'kind' | 'code' | 'alias'>;

export function addAlias({ kind, code, alias }: GivenAlias): Promise<AddedAliasDto> {
  return api(aliasesPath, { method: 'POST', body: { kind, code, alias } });
}

export function removeAlias({ kind, code, alias }: GivenAlias): Promise<void> {
  return apiCommand(withQuery(aliasesPath, { kind, code, alias }), { method: 'DELETE' });
}

/** What can be given a name, by its code. */
export async function findThings(kind: AliasKind, letters: string): Promise<Choice[]> {
  const { items } = await api<Page<AliasThingDto>>(withQuery(`${aliasesPath}/things`, { kind, q: letters }));
  return items.map(({ code, name, detail }) => ({
    value: code,
    label: [`${name} (${code})`, detail].filter(Boolean).join(' · '),
  }));
}
