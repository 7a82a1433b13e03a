/**
 * Turns text into vectors of unit length. Questions and passages go through different calls, because models of the e5
 * family need different modes for them. Failures are thrown as `AppError('embeddings_unavailable')` with the cause; an
 * aborted call throws the reason of its signal.
 */
export interface EmbeddingModel {
  /** Name of the passage model, kept beside every stored vector. */
  readonly name: string;
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
  embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]>;
}
