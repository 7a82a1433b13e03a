// The search indexes a set is measured on: the embedded one, and OpenSearch where OPENSEARCH_URL is set, each filled as
// ingestion fills it.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

/** Opens each engine with these chunks and their vectors of this model, hands it to `use` and removes it. */
export async function withEachEngine(chunks, vectors, embeddingModel, use) {
  const { createSearchIndex } = dist('storage/searchIndex/createSearchIndex');
  const url = process.env.OPENSEARCH_URL;
  const prefix = `evaluation-${randomBytes(4).toString('hex')}`;
  const engines = [
    ['embedded', {}],
    ...(url ? [['opensearch', { openSearch: { url, indexPrefix: prefix } }]] : []),
  ];
  for (const [name, env] of engines) {
    const index = createSearchIndex(env);
    try {
      await index.prepare({ words: [], embeddingModel });
      await index.upsert(
        chunks.map((chunk, at) => ({ ...chunk, embedding: vectors?.[at] ?? null, embeddingModel })),
      );
      await use(name, index);
    } finally {
      await index.close();
      if (env.openSearch) await removeIndexes(url, prefix);
    }
  }
}

async function removeIndexes(url, prefix) {
  const answer = await fetch(`${url}/${prefix}-*`, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`evaluation indexes ${prefix}-* are still there: ${answer.status}`);
}
