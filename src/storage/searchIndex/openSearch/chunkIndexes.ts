import { type Client, errors } from '@opensearch-project/opensearch';
import { fingerprint, type IndexRecipe } from '../indexRecipe';
import { type IndexMark, indexMark } from './chunkIndexDefinition';
import { writeTimeoutMs } from './timeouts';

/** An index of chunks that stands behind one of the two aliases. */
export interface ChunkIndex extends IndexMark {
  name: string;
}

/** The index that is searched, and those that are filled beside it: one, or two while a newer recipe takes over. */
export interface ChunkIndexes {
  serving: ChunkIndex | undefined;
  beside: ChunkIndex[];
}

/** Alias of the index that is filled beside the one that `alias` names. */
export const besideAlias = (alias: string) => `${alias}-next`;

/**
 * Each index has an alias of its own for writing: a write that asks for an alias never makes an index, one to an index
 * that is gone would.
 */
export const writeAlias = (index: string) => `${index}-writes`;

/** The same recipe gives the same index, on every node. */
export const indexName = (alias: string, recipe: IndexRecipe) => `${alias}-${fingerprint(indexMark(recipe))}`;

/** What an index says that an earlier program made. */
const unmarked: IndexMark = { program: '', embeddingModel: null, words: '' };

/** The indexes of this alias as they stand. @param requestTimeout milliseconds; a writer has more patience than a reader. */
export async function readChunkIndexes(
  client: Client,
  alias: string,
  requestTimeout = writeTimeoutMs,
): Promise<ChunkIndexes> {
  const aliases = { serving: alias, beside: besideAlias(alias) };
  const found = await readIndexes(client, Object.values(aliases), requestTimeout);
  const behind = (name: string) => found.filter((index) => index.aliases.includes(name));
  return {
    serving: behind(aliases.serving)[0],
    beside: behind(aliases.beside).filter((index) => !index.aliases.includes(alias)),
  };
}

/** Removes indexes of this alias that nobody searches and nobody fills: a crash between two steps leaves them. */
export async function removeStrays(client: Client, alias: string): Promise<void> {
  const made = new RegExp(`^${alias}-[0-9a-f]{12}$`);
  const known = await readIndexes(client, [`${alias}-*`], writeTimeoutMs);
  const strays = known
    .filter(
      ({ name, aliases }) =>
        made.test(name) && !aliases.some((own) => own === alias || own === besideAlias(alias)),
    )
    .map(({ name }) => name);
  // Another node may be removing them too.
  const options = { requestTimeout: writeTimeoutMs, ignore: [404] };
  for (const index of strays) await client.indices.delete({ index }, options);
}

type AliasedIndex = ChunkIndex & { aliases: string[] };

/** One that goes away while the engine looks makes it say that there is none: then it looks again. */
async function readIndexes(client: Client, names: string[], requestTimeout: number): Promise<AliasedIndex[]> {
  try {
    return await lookUp(client, names, requestTimeout);
  } catch (error) {
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 404) throw error;
    return lookUp(client, names, requestTimeout);
  }
}

async function lookUp(client: Client, names: string[], requestTimeout: number): Promise<AliasedIndex[]> {
  const { body } = await client.indices.get(
    {
      index: names,
      ignore_unavailable: true,
      allow_no_indices: true,
      filter_path: ['*.aliases', '*.mappings._meta'],
    },
    { requestTimeout },
  );
  return Object.entries(body).map(([name, { aliases, mappings }]) => ({
    ...unmarked,
    ...(mappings?._meta as Partial<IndexMark> | undefined),
    name,
    aliases: Object.keys(aliases ?? {}),
  }));
}
