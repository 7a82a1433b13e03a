import { type Client, errors } from '@opensearch-project/opensearch';
import type { IndexRecipe } from '../indexRecipe';
import { checkAnalyzers } from './checkAnalyzers';
import { chunkFields, chunkIndexDefinition } from './chunkIndexDefinition';
import { indexName, readChunkIndexes, writeAlias } from './chunkIndexes';
import { administrationTimeoutMs } from './timeouts';

/**
 * Sees to it that an index stands behind the alias and can be searched and written: the one that does, whoever made it, or a
 * new one by this recipe. Several nodes may do this at once.
 * @throws when the server lacks a plugin, or its analysis confuses 비급여 with 급여.
 */
export async function prepareChunkIndex(client: Client, alias: string, recipe: IndexRecipe): Promise<void> {
  const { serving } = await readChunkIndexes(client, alias);
  if (serving) await makeWritable(client, serving.name);
  else await createChunkIndex(client, indexName(alias, recipe), recipe, alias);
  await waitUntilServing(client, alias);
  await checkAnalyzers(client, alias);
}

/** Makes an index with its aliases in one step; one of this name that is there is left alone. */
export async function createChunkIndex(
  client: Client,
  name: string,
  recipe: IndexRecipe,
  alias: string,
): Promise<void> {
  const body = { ...chunkIndexDefinition(recipe), aliases: { [alias]: {}, [writeAlias(name)]: {} } };
  try {
    await client.indices.create({ index: name, body }, { requestTimeout: administrationTimeoutMs });
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    if (error.message.startsWith('resource_already_exists_exception')) return;
    const needed = 'analysis-nori, opensearch-knn and opensearch-neural-search';
    throw new Error(`OpenSearch did not make the index; it needs ${needed}. ${error.message}`);
  }
}

/**
 * Another node may have made the index a moment ago, or the cluster may still be coming up. A new index is called yellow
 * before its first shard is there, hence the count.
 */
export async function waitUntilServing(client: Client, index: string): Promise<void> {
  const timeout = `${administrationTimeoutMs / 2}ms`;
  await client.cluster.health(
    { index, wait_for_status: 'yellow', wait_for_active_shards: 1, timeout },
    { requestTimeout: administrationTimeoutMs },
  );
}

/** An earlier program's index lacks what this one writes, and is written to until another has taken its place. */
async function makeWritable(client: Client, name: string): Promise<void> {
  const options = { requestTimeout: administrationTimeoutMs };
  await client.indices.updateAliases(
    { body: { actions: [{ add: { index: name, alias: writeAlias(name) } }] } },
    options,
  );
  await client.indices.putMapping({ index: name, body: { properties: chunkFields } }, options);
}
