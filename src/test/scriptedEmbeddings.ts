import type { Env } from '../env';
import { startScriptedEndpoint, type RequestHead, type ScriptedAnswer } from './scriptedEndpoint';

export interface EmbeddingsBody {
  model: string;
  input: string[];
}

export type EmbeddingsRequest = EmbeddingsBody & RequestHead;

/** A real HTTP endpoint for tests that speaks the OpenAI embeddings protocol as told. */
export async function startScriptedEmbeddings(
  answer: (request: EmbeddingsRequest, place: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
) {
  const { url, requests, close } = await startScriptedEndpoint<EmbeddingsBody>(answer);
  const settings: NonNullable<Env['embeddings']> = {
    url,
    queryModel: 'for-questions',
    passageModel: 'for-passages',
  };
  return { settings, requests, close };
}

/** The body of a good answer, as the protocol has it. */
export function vectorsBody(vectors: number[][]) {
  return { data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })) };
}
