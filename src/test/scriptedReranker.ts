import type { Env } from '../env';
import { startScriptedEndpoint, type RequestHead, type ScriptedAnswer } from './scriptedEndpoint';

interface RerankBody {
  model: string;
  query: string;
  documents: string[];
}

/** A real HTTP endpoint for tests that answers `/rerank` as told. */
export async function startScriptedReranker(
  answer: (request: RerankBody & RequestHead, place: number) => ScriptedAnswer,
) {
  const { url, requests, close } = await startScriptedEndpoint<RerankBody>(answer);
  const settings: NonNullable<Env['reranker']> = { url, model: 'scripted-reranker' };
  return { settings, requests, close };
}

/** The body of a good answer: a score for each passage, best first as the models answer. */
export function scoresBody(scores: number[]) {
  const results = scores.map((relevance_score, index) => ({ index, relevance_score }));
  return { results: results.sort((a, b) => b.relevance_score - a.relevance_score) };
}
