import { type Client, errors } from '@opensearch-project/opensearch';
import { checkAnalyzers } from './checkAnalyzers';
import {
  chunkIndexDefinition,
  chunkIndexVersion,
  vectorField,
  vectorFieldMapping,
} from './chunkIndexDefinition';
import { indexesBehind, moveAlias } from './moveAlias';
import { administrationTimeoutMs } from './timeouts';

/**
 * Makes the index of this version of the settings and points the alias to it; what an older version holds is copied over
 * first, so no reader ever finds an empty index. Several nodes may do this at once.
 * @throws when the server lacks a plugin, or its analysis confuses 비급여 with 급여.
 */
export async function prepareChunkIndex(client: Client, alias: string): Promise<void> {
  const index = `${alias}-${chunkIndexVersion}`;
  await createIndex(client, index);
  await waitUntilServing(client, index);
  await checkAnalyzers(client, index);
  try {
    await moveAlias(client, alias, index);
  } catch (error) {
    // Another node may have moved it, and removed the old index, while this one was copying.
    if ((await indexesBehind(client, alias)).join() !== index) throw error;
  }
}

/** Makes room for vectors of this size. Adding what is there is no change. */
export async function addVectorField(client: Client, index: string, dimensions: number): Promise<void> {
  const body = { properties: { [vectorField(dimensions)]: vectorFieldMapping(dimensions) } };
  await client.indices.putMapping({ index, body }, { requestTimeout: administrationTimeoutMs });
}

async function createIndex(client: Client, index: string): Promise<void> {
  const body = chunkIndexDefinition;
  try {
    await client.indices.create({ index, body }, { requestTimeout: administrationTimeoutMs });
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
async function waitUntilServing(client: Client, index: string): Promise<void> {
  const timeout = `${administrationTimeoutMs / 2}ms`;
  await client.cluster.health(
    { index, wait_for_status: 'yellow', wait_for_active_shards: 1, timeout },
    { requestTimeout: administrationTimeoutMs },
  );
}
