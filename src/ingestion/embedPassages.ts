import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '../llm/embeddings';
import type { PassageEmbeddingRepository } from '../repositories/passageEmbeddings';

/** Passages embedded between two writes: some seconds of work that a crash may lose. */
const batchSize = 64;

/** Title and headings say what a passage is about, which its own words often do not. */
export function embeddedText(
  { title }: { title: string },
  passage: { heading: string; text: string },
): string {
  return [title, passage.heading, passage.text].filter((part) => part !== '').join('\n');
}

/** The key of a text among the vectors. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Embeds texts and keeps the vectors as they come, each under its key.
 * @throws AppError `embeddings_unavailable`; the signal's reason when it is aborted.
 */
export async function embedPassages(
  texts: Map<string, string>,
  embeddings: EmbeddingModel,
  passageEmbeddings: PassageEmbeddingRepository,
  signal: AbortSignal,
): Promise<Map<string, number[]>> {
  const vectors = new Map<string, number[]>();
  const entries = [...texts];
  for (let start = 0; start < entries.length; start += batchSize) {
    signal.throwIfAborted();
    const batch = entries.slice(start, start + batchSize);
    const made = await embeddings.embedDocuments(
      batch.map(([, text]) => text),
      signal,
    );
    const kept = new Map(batch.map(([key], place) => [key, made[place]!]));
    await passageEmbeddings.keep(embeddings.name, kept);
    for (const [key, vector] of kept) vectors.set(key, vector);
  }
  return vectors;
}
