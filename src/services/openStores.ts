import type { Env } from '../env';
import { createEmbeddings } from '../llm/createEmbeddings';
import type { Logger } from '../logging/logger';
import { chatChannel, type ChatNotice, type StopNotice } from '../repositories/chatNotice';
import type { AuditExportUpdate } from '../shared/auditExportUpdate';
import type { DocumentUpdate } from '../shared/documents';
import type { ImportUpdate } from '../shared/imports';
import { openDatabase } from '../storage/database/openDatabase';
import { openNotifications } from '../storage/database/notifications';
import { createJobQueue, type NoteJob } from '../storage/jobs/jobQueue';
import { createObjectStore } from '../storage/objectStore/createObjectStore';
import { createSearchIndex } from '../storage/searchIndex/createSearchIndex';

export type Stores = Awaited<ReturnType<typeof openStores>>;

/**
 * Opens what the program stores in and tells its other processes through, as the settings choose it.
 * @throws Error when the database cannot be opened; the others are asked when they are first used.
 */
export async function openStores(env: Env, { logger, noteJob }: { logger: Logger; noteJob: NoteJob }) {
  const database = await openDatabase(env);
  const searchIndex = createSearchIndex(env);
  const objectStore = createObjectStore(env);
  const embeddings = createEmbeddings(env);
  const channel = <Payload>(name: string) => openNotifications<Payload>(env, name, database, logger);
  const updates = {
    documents: await channel<DocumentUpdate>('narutalk_documents'),
    imports: await channel<ImportUpdate>('narutalk_imports'),
    exports: await channel<AuditExportUpdate>('narutalk_exports'),
    chats: await channel<ChatNotice | StopNotice>(chatChannel),
  };
  return {
    database,
    searchIndex,
    objectStore,
    embeddings,
    jobs: createJobQueue(database.sequelize, logger, noteJob),
    updates,

    /** Makes what the stores lack: bucket, index. */
    async prepare(): Promise<void> {
      await objectStore.prepare();
      await searchIndex.prepare({ words: [], embeddingModel: embeddings?.name ?? null });
    },

    async close(): Promise<void> {
      await updates.documents.close();
      await updates.imports.close();
      await updates.exports.close();
      await searchIndex.close();
      await objectStore.close();
      await database.close();
    },
  };
}
