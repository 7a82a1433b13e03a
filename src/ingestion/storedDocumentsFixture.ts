import { randomUUID } from 'node:crypto';
import type { EmbeddingModel } from '../llm/embeddings';
import type { Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import type { SearchIndex } from '../storage/searchIndex/searchIndex';
import { embedChunks } from './embedChunks';
import { textKey } from './embedPassages';
import { indexChunks } from './indexChunks';

/** Documents of a test, written as a run of ingestion leaves them, without a file. */
export function storedDocuments(database: Database, repositories: Repositories) {
  const { sequelize } = database;
  return {
    /** A row with its passages and their vectors. @returns its key. */
    async add(texts: string[], embeddings: EmbeddingModel | null): Promise<string> {
      const id = randomUUID();
      await sequelize.query(
        `INSERT INTO documents (id, title, file_name, media_type, size, sha256, series_id, status, approved_at, indexed_at)
         VALUES ($id::uuid, '안내', 'a.txt', 'text/plain', 1, $sha256, $id::uuid, 'indexed', now(), now())`,
        { bind: { id, sha256: textKey(id) } },
      );
      const chunks = texts.map((text, ordinal) => ({
        ordinal,
        parent: ordinal,
        heading: '',
        page: null,
        text,
        charStart: 0,
        charEnd: text.length,
      }));
      const { signal } = new AbortController();
      const records = await embedChunks({ id, title: '안내' }, chunks, { repositories, embeddings }, signal);
      await sequelize.transaction((transaction) => repositories.chunks.replace(id, records, transaction));
      return id;
    },
    async writeTo(index: SearchIndex, id: string, embeddings: EmbeddingModel | null): Promise<void> {
      const chunks = await repositories.indexContent.chunksOf(id, embeddings?.name ?? null);
      await indexChunks(id, chunks, { database, repositories, searchIndex: index });
    },
    /** Makes it one for managers, in the row and in the index. */
    async hide(id: string, index: SearchIndex): Promise<void> {
      const sql = `UPDATE documents SET audience = '{"roles": ["manager"]}' WHERE id = $id`;
      await sequelize.query(sql, { bind: { id } });
      await index.updateDocument(id, { audience: ['role:manager'] });
    },
    /** Removes it from the rows and then from the index. */
    async remove(id: string, index: SearchIndex): Promise<void> {
      await sequelize.query('DELETE FROM documents WHERE id = $id', { bind: { id } });
      await index.removeDocument(id);
    },
    async modelsOfVectors(): Promise<string[]> {
      const [rows] = await sequelize.query('SELECT DISTINCT model FROM passage_embeddings ORDER BY model');
      return (rows as { model: string }[]).map(({ model }) => model);
    },
  };
}
