import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** What a model is called in answers and traces. */
export function modelName(model: BaseChatModel): string {
  return 'model' in model && typeof model.model === 'string' ? model.model : model._llmType();
}
