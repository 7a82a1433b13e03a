import { AIMessageChunk } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';

/** An answer as it comes in. */
export interface JoinedChunks {
  add(chunk: ChatGenerationChunk): void;
  /** The whole message; null when nothing came. */
  message(): AIMessageChunk | null;
  /** Whether the model said that it had ended: a connection that is closed in between looks the same otherwise. */
  isWhole(): boolean;
}

/** Joins the chunks of an answer. Mere text is joined as text: joining messages costs many times more, at each chunk. */
export function joinChunks(): JoinedChunks {
  let whole: AIMessageChunk | null = null;
  let text = '';
  let ended = false;
  const append = (message: AIMessageChunk) => {
    whole = whole ? whole.concat(message) : message;
  };
  const appendText = () => {
    if (text !== '') append(new AIMessageChunk({ content: text }));
    text = '';
  };
  return {
    add({ message, generationInfo }) {
      if (!AIMessageChunk.isInstance(message)) throw new Error(`a model wrote as ${message.type}`);
      ended ||= Boolean(generationInfo?.finish_reason) || message.usage_metadata !== undefined;
      if (isMereText(message)) {
        text += message.content;
        return;
      }
      appendText();
      append(message);
    },
    message() {
      appendText();
      return whole;
    },
    isWhole: () => ended,
  };
}

function isMereText(message: AIMessageChunk): message is AIMessageChunk & { content: string } {
  const { content, tool_call_chunks, usage_metadata, additional_kwargs } = message;
  return (
    typeof content === 'string' &&
    content !== '' &&
    !tool_call_chunks?.length &&
    !usage_metadata &&
    Object.keys(additional_kwargs).length === 0
  );
}
