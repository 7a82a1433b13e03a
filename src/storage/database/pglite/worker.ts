import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { FromWorker, ToWorker } from './messages';

/** The embedded PostgreSQL: takes wire-protocol bytes, gives wire-protocol bytes. One backend, one message at a time. */
async function serve(dataDir: string): Promise<void> {
  const database = await PGlite.create({ dataDir, extensions: { btree_gist, pg_trgm } });
  const port = parentPort!;
  const answer = (message: FromWorker) => port.postMessage(message);

  const serveOne = async (message: ToWorker): Promise<void> => {
    try {
      if (message.kind === 'close') {
        await database.close();
        answer({ id: message.id, bytes: new Uint8Array(), inTransaction: false });
        return;
      }
      const chunks: Uint8Array[] = [];
      await database.runExclusive(() =>
        database.execProtocolRawStream(message.bytes, { onRawData: (data) => chunks.push(data.slice()) }),
      );
      answer({ id: message.id, bytes: Buffer.concat(chunks), inTransaction: database.isInTransaction() });
    } catch (error) {
      answer({ id: message.id, error: String(error) });
    }
  };
  port.on('message', (message: ToWorker) => void serveOne(message));
  answer({ ready: true });
}

void serve((workerData as { dataDir: string }).dataDir);
