import type { Client } from '@opensearch-project/opensearch';
import type { IndexRecipe } from '../indexRecipe';
import type { IndexBuild } from '../searchIndex';
import { checkAnalyzers } from './checkAnalyzers';
import { besideAlias, type ChunkIndex, indexName, readChunkIndexes, removeStrays } from './chunkIndexes';
import { createChunkWriter } from './chunkWriter';
import { countByDocument } from './countByDocument';
import { createChunkIndex, waitUntilServing } from './prepareChunkIndex';
import { asSearchUnavailable } from './searchUnavailable';
import { administrationTimeoutMs } from './timeouts';

/** Opens the index of a recipe for filling: the serving one where it is by this recipe, else the one beside it. */
export async function openChunkIndexBuild(
  client: Client,
  alias: string,
  recipe: IndexRecipe,
): Promise<IndexBuild> {
  const name = indexName(alias, recipe);
  await openBeside(client, alias, name, recipe);

  /** The index as it stands. @throws when another recipe has taken its place. */
  async function current(): Promise<ChunkIndex> {
    const { serving, beside } = await readChunkIndexes(client, alias);
    const index = [serving, ...beside].find((one) => one?.name === name);
    if (!index) throw new Error(`The index ${name} has been given up for another.`);
    return index;
  }

  const writer = createChunkWriter(client, async () => [await current()]);
  return {
    upsert: (chunks) => asSearchUnavailable(() => writer.upsert(chunks)),
    removeDocument: (id, options) => asSearchUnavailable(() => writer.removeDocument(id, options)),
    documentCounts: () => asSearchUnavailable(() => countByDocument(client, name)),
    takeOver: () =>
      asSearchUnavailable(async () => {
        await current();
        await pointAlias(client, alias, name);
        await removeStrays(client, alias);
      }),
  };
}

async function openBeside(client: Client, alias: string, name: string, recipe: IndexRecipe): Promise<void> {
  const { serving } = await readChunkIndexes(client, alias);
  if (serving?.name === name) return;
  await createChunkIndex(client, name, recipe, besideAlias(alias));
  await waitUntilServing(client, name);
  await checkAnalyzers(client, name);
  const { beside } = await readChunkIndexes(client, alias);
  const givenUp = beside.filter((index) => index.name !== name);
  const actions = givenUp.map((index) => ({ remove: { index: index.name, alias: besideAlias(alias) } }));
  if (actions.length > 0) await changeAliases(client, actions);
  await removeStrays(client, alias);
}

/** One change of the cluster's state: a search goes to the one index or to the other. */
async function pointAlias(client: Client, alias: string, name: string): Promise<void> {
  const { serving } = await readChunkIndexes(client, alias);
  if (serving?.name === name) return;
  const away = serving ? [{ remove: { index: serving.name, alias } }] : [];
  try {
    await changeAliases(client, [
      ...away,
      { add: { index: name, alias } },
      { remove: { index: name, alias: besideAlias(alias) } },
    ]);
  } catch (error) {
    // Another node may have done it at the same time.
    if ((await readChunkIndexes(client, alias)).serving?.name !== name) throw error;
  }
}

type AliasAction = { add: AliasedIndex } | { remove: AliasedIndex };
interface AliasedIndex {
  index: string;
  alias: string;
}

async function changeAliases(client: Client, actions: AliasAction[]): Promise<void> {
  await client.indices.updateAliases({ body: { actions } }, { requestTimeout: administrationTimeoutMs });
}
