import { ChatOpenAI } from '@langchain/openai';
import type { Env } from '../env';
import { followsNoRedirect } from './postJson';

/**
 * The model behind an OpenAI-compatible endpoint; null where none is configured. The client's own
 * `streaming` option is left alone: it would count tokens with a vocabulary that it downloads.
 */
export function createChatModel(env: Pick<Env, 'chatModel'>): ChatOpenAI | null {
  if (!env.chatModel) return null;
  const { apiKey, baseUrl, model } = env.chatModel;
  return new ChatOpenAI({
    apiKey,
    model,
    streamUsage: true,
    // Figures and quotes: the most likely wording, not a varied one.
    temperature: 0,
    // Whoever asks tries again, and tells the reader; it also watches for silence.
    maxRetries: 0,
    configuration: { baseURL: baseUrl, fetchOptions: { redirect: followsNoRedirect } },
  });
}
