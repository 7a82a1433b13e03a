import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

/** A passage without a vector of the model in question: its key and what makes up the embedded text. */
export interface UnembeddedPassage {
  textSha256: string;
  title: string;
  heading: string;
  text: string;
}

/** Vectors nobody needs are kept this long, so that going back to an earlier model costs nothing. */
const keptFor = '1 day';

const isWanted = `EXISTS (SELECT FROM document_chunks c WHERE c.text_sha256 = e.text_sha256)`;
const isMissing = `NOT EXISTS (
  SELECT FROM passage_embeddings e WHERE e.text_sha256 = c.text_sha256 AND e.model = $model)`;

/** Rows of `passage_embeddings`: the vectors by model and by the SHA-256 of the embedded text. */
export function createPassageEmbeddingRepository(sequelize: Sequelize) {
  return {
    /** Vectors already made by this model, by the SHA-256 of the embedded text. */
    async known(model: string, textSha256s: string[]): Promise<Map<string, number[]>> {
      const rows = await sequelize.query<{ hash: string; embedding: number[] }>(
        `SELECT text_sha256 AS hash, embedding FROM passage_embeddings
         WHERE model = $model AND text_sha256 = ANY ($hashes)`,
        { bind: { model, hashes: textSha256s }, type: QueryTypes.SELECT },
      );
      return new Map(rows.map((row) => [row.hash, row.embedding]));
    },
    /** Keeps vectors; one that is there already stays. */
    async keep(model: string, vectors: Map<string, number[]>, transaction?: Transaction): Promise<void> {
      if (vectors.size === 0) return;
      const hashes = [...vectors.keys()];
      // As array literals: an array of arrays would come out of `unnest` number by number.
      const literals = [...vectors.values()].map((vector) => `{${vector.join(',')}}`);
      await sequelize.query(
        `INSERT INTO passage_embeddings (model, text_sha256, embedding)
         SELECT $model, hash, literal::real[]
         FROM unnest($hashes::text[], $literals::text[]) AS given (hash, literal)
         ON CONFLICT DO NOTHING`,
        { bind: { model, hashes, literals }, type: QueryTypes.SELECT, transaction },
      );
    },
    /** Some of the passages that the model has not embedded yet. */
    async missing(model: string, limit: number): Promise<UnembeddedPassage[]> {
      return sequelize.query<UnembeddedPassage>(
        `SELECT DISTINCT ON (c.text_sha256) c.text_sha256 AS "textSha256", d.title, c.heading, c.text
         FROM document_chunks c JOIN documents d ON d.id = c.document_id
         WHERE ${isMissing} ORDER BY c.text_sha256, c.id LIMIT $limit`,
        { bind: { model, limit }, type: QueryTypes.SELECT },
      );
    },
    /** How many different passages there are, and how many of them the model has embedded. */
    async coverage(model: string): Promise<{ passages: number; embedded: number }> {
      const [row] = await sequelize.query<{ passages: number; embedded: number }>(
        `SELECT count(DISTINCT c.text_sha256)::int AS passages,
                (count(DISTINCT c.text_sha256) FILTER (WHERE NOT (${isMissing})))::int AS embedded
         FROM document_chunks c`,
        { bind: { model }, type: QueryTypes.SELECT },
      );
      return row!;
    },
    /** Removes what has not been needed for a day: vectors of other models, and of passages that never became a row. */
    async removeUnused(model: string): Promise<void> {
      await sequelize.query(
        `DELETE FROM passage_embeddings e
         WHERE e.created_at < now() - interval '${keptFor}' AND (e.model <> $model OR NOT ${isWanted})`,
        { bind: { model }, type: QueryTypes.SELECT },
      );
    },
  };
}

export type PassageEmbeddingRepository = ReturnType<typeof createPassageEmbeddingRepository>;
