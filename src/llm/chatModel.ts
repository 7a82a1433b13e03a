import { ChatOpenAI } from '@langchain/openai';
import type { Env } from '../env';

/** Tries at one model call, with the client's own growing pauses. */
const maximumRetries = 2;
/** Milliseconds without an answer before a try counts as failed. */
const requestTimeoutMs = 60_000;

/**
 * The model behind an OpenAI-compatible endpoint; null where none is configured. It streams where a callback asks for it; the
 * client's own `streaming` option would count tokens with a vocabulary that it downloads.
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
    maxRetries: maximumRetries,
    timeout: requestTimeoutMs,
    configuration: { baseURL: baseUrl },
  });
}
