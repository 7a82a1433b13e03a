import { readEnv, type Env } from '../env';

/** The real servers this run may use; empty in `npm test`, where everything is embedded (see `chooseEngines`). */
export function serviceEnv(): Pick<Env, 'database' | 'openSearch' | 'minio' | 'embeddings'> {
  const { database, openSearch, minio, embeddings } = readEnv();
  return { database, openSearch, minio, embeddings };
}
