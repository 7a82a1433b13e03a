import { textLanguage } from '../../../text/textLanguage';
import { type Client, errors } from '@opensearch-project/opensearch';
import type { ChunkWriter, IndexedChunk } from '../searchIndex';
import { type ChunkIndex, writeAlias } from './chunkIndexes';
import { vectorField, vectorFieldMapping } from './chunkIndexDefinition';
import { administrationTimeoutMs, writeTimeoutMs } from './timeouts';

/** Keeps a bulk request near one megabyte at 384 dimensions, four at 1,536. */
const bulkSize = 200;

/** An index may be replaced between looking which there are and writing; more often than this in a row it is not. */
const maximumTries = 5;

/**
 * Writes to several indexes at once: those that `indexes` names, which is asked before each write.
 * @throws Error when the engine refuses, or `indexes` does.
 */
export function createChunkWriter(client: Client, indexes: () => Promise<ChunkIndex[]>): ChunkWriter {
  const writing = { requestTimeout: writeTimeoutMs };
  const fields = createVectorFields(client);

  /** Does a write again on what there is now, when an index went away meanwhile. */
  async function onAll(write: (targets: ChunkIndex[]) => Promise<'done' | 'again'>): Promise<void> {
    for (let attempt = 1; attempt <= maximumTries; attempt += 1) {
      try {
        if ((await write(await indexes())) === 'done') return;
      } catch (error) {
        if (!isMissingIndex(error)) throw error;
      }
    }
    throw new Error(`The chunks could not be written in ${maximumTries} tries.`);
  }

  async function writeBatch(
    chunks: IndexedChunk[],
    targets: ChunkIndex[],
    refresh: boolean,
  ): Promise<'done' | 'again'> {
    for (const target of targets) await fields.add(target, chunks);
    const body = targets.flatMap((target) =>
      chunks.flatMap((chunk) => [
        { index: { _index: writeAlias(target.name), _id: chunk.chunkId } },
        toStored(chunk, target),
      ]),
    );
    const answer = await client.bulk({ require_alias: true, refresh, body }, writing);
    const failures = answer.body.items.flatMap(({ index }) => index?.error ?? []);
    if (failures.length === 0) return 'done';
    if (failures.every(({ type }) => type === 'index_not_found_exception')) return 'again';
    // Made anew under its name, an index has lost the fields that were added.
    if (failures.every(({ type }) => type === 'strict_dynamic_mapping_exception') && fields.forget())
      return 'again';
    throw new Error(`OpenSearch refused a chunk: ${failures[0]!.type}: ${failures[0]!.reason}`);
  }

  return {
    async upsert(chunks) {
      if (chunks.length === 0) return;
      const isOneBatch = chunks.length <= bulkSize;
      for (let start = 0; start < chunks.length; start += bulkSize) {
        const batch = chunks.slice(start, start + bulkSize);
        await onAll((targets) => writeBatch(batch, targets, isOneBatch));
      }
      // Of several, each would refresh only the shards of its own chunks.
      if (isOneBatch) return;
      await onAll(async (targets) => {
        await client.indices.refresh({ index: namesOf(targets), ignore_unavailable: true }, writing);
        return 'done';
      });
    },
    async removeDocument(documentId, { keep = [] } = {}) {
      const query = { bool: { filter: [{ term: { documentId } }], must_not: [{ ids: { values: keep } }] } };
      // A chunk that another writer has just replaced or removed is that writer's; the rest must still go.
      const request = { ignore_unavailable: true, refresh: true, conflicts: 'proceed' } as const;
      await onAll(async (targets) => {
        await client.deleteByQuery({ ...request, index: namesOf(targets), body: { query } }, writing);
        return 'done';
      });
    },
    async updateDocument(documentId, properties) {
      const script = { lang: 'painless', source: 'ctx._source.putAll(params)', params: properties };
      const body = { query: { term: { documentId } }, script };
      const request = { ignore_unavailable: true, refresh: true, conflicts: 'proceed', body } as const;
      await onAll(async (targets) => {
        const answer = await client.updateByQuery({ ...request, index: namesOf(targets) }, writing);
        // What another writer replaced meanwhile may have been written with the properties of before.
        const { version_conflicts: conflicts = 0 } = answer.body as { version_conflicts?: number };
        return conflicts === 0 ? 'done' : 'again';
      });
    },
  };
}

/**
 * Makes room for vectors of each size. Adding what is there is no change, but costs a round through the cluster: what was
 * added is remembered.
 */
function createVectorFields(client: Client) {
  const known = new Set<string>();
  return {
    async add(index: ChunkIndex, chunks: IndexedChunk[]): Promise<void> {
      const sizes = new Set(
        chunks.flatMap((chunk) => (hasVectorFor(chunk, index) ? chunk.embedding!.length : [])),
      );
      for (const size of sizes) {
        const field = vectorField(size, index.embeddingModel);
        if (known.has(`${index.name} ${field}`)) continue;
        const body = { properties: { [field]: vectorFieldMapping(size) } };
        await client.indices.putMapping(
          { index: index.name, body },
          { requestTimeout: administrationTimeoutMs },
        );
        known.add(`${index.name} ${field}`);
      }
    },
    /** @returns whether anything was remembered. */
    forget(): boolean {
      const wasUsed = known.size > 0;
      known.clear();
      return wasUsed;
    },
  };
}

/** The vector goes to the field of its model and size; a null elsewhere is stored and not indexed. */
function toStored(chunk: IndexedChunk, index: ChunkIndex) {
  const { embedding, embeddingModel: _model, ...given } = chunk;
  const stored = { ...given, language: textLanguage(chunk.text) };
  if (!hasVectorFor(chunk, index)) return stored;
  return { ...stored, [vectorField(embedding!.length, index.embeddingModel)]: embedding };
}

function hasVectorFor({ embedding, embeddingModel = null }: IndexedChunk, index: ChunkIndex): boolean {
  return embedding !== null && embeddingModel === index.embeddingModel;
}

function namesOf(indexes: ChunkIndex[]): string[] {
  return indexes.map(({ name }) => name);
}

function isMissingIndex(error: unknown): boolean {
  return error instanceof errors.ResponseError && error.statusCode === 404;
}
