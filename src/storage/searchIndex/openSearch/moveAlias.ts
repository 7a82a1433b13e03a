import type { Client } from '@opensearch-project/opensearch';
import { vectorFieldPrefix } from './chunkIndexDefinition';
import { administrationTimeoutMs, copyTimeoutMs } from './timeouts';

/** Points the alias to the index, with all that the indexes behind it hold, and removes those. Readers see one or the other. */
export async function moveAlias(client: Client, alias: string, index: string): Promise<void> {
  const previous = (await indexesBehind(client, alias)).filter((name) => name !== index);
  for (const old of previous) await copyChunks(client, old, index);
  const actions = [{ add: { index, alias } }, ...previous.map((old) => ({ remove_index: { index: old } }))];
  await client.indices.updateAliases({ body: { actions } }, { requestTimeout: administrationTimeoutMs });
}

export async function indexesBehind(client: Client, alias: string): Promise<string[]> {
  const { body: exists } = await client.indices.existsAlias({ name: alias });
  if (!exists) return [];
  const { body } = await client.indices.getAlias({ name: alias });
  return Object.keys(body);
}

/** A chunk that stands in the new index already is newer than its copy, and stays. */
async function copyChunks(client: Client, from: string, to: string): Promise<void> {
  const { body } = await client.indices.getMapping({ index: from });
  const fields = Object.entries(body[from]?.mappings.properties ?? {});
  const properties = Object.fromEntries(fields.filter(([name]) => name.startsWith(vectorFieldPrefix)));
  await client.indices.putMapping(
    { index: to, body: { properties } },
    { requestTimeout: administrationTimeoutMs },
  );
  const request = {
    conflicts: 'proceed',
    source: { index: from },
    dest: { index: to, op_type: 'create' },
  } as const;
  await client.reindex({ refresh: true, body: request }, { requestTimeout: copyTimeoutMs });
}
