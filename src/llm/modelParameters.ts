import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** What a model is set to beside its name, for the trace; a model without such settings has none. */
export function modelParameters(model: BaseChatModel): { temperature?: number } {
  return 'temperature' in model && typeof model.temperature === 'number'
    ? { temperature: model.temperature }
    : {};
}
