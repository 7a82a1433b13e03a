import type { ChatRequest } from './chatRequest';
import type { ScriptedMessage, ScriptedUsage } from './scriptedAnswer';

const created = 1_767_225_600; // any second will do; the same one in every run

/** The body of an answer that is not streamed. */
export function completion(request: ChatRequest, message: ScriptedMessage, id: string): object {
  return {
    id,
    object: 'chat.completion',
    created,
    model: request.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: message.text || null,
          ...(message.toolCalls.length > 0 ? { tool_calls: wholeCalls(message, id) } : {}),
        },
        finish_reason: finishReason(message),
      },
    ],
    usage: usageBody(message.usage),
  };
}

/** The frames of a streamed answer, in order, without the closing `[DONE]`. */
export function completionFrames(request: ChatRequest, message: ScriptedMessage, id: string): object[] {
  const frame = (choices: object[], more: object = {}) => ({
    id,
    object: 'chat.completion.chunk',
    created,
    model: request.model,
    choices,
    ...more,
  });
  const deltas = [{ role: 'assistant', content: '' }, ...textDeltas(message), ...callDeltas(message, id)];
  return [
    ...deltas.map((delta) => frame([{ index: 0, delta, finish_reason: null }])),
    frame([{ index: 0, delta: {}, finish_reason: finishReason(message) }]),
    ...(request.stream_options?.include_usage ? [frame([], { usage: usageBody(message.usage) })] : []),
  ];
}

function textDeltas(message: ScriptedMessage): object[] {
  return inPieces(message.text, message.chunks).map((content) => ({ content }));
}

/** A call begins with its id and name, then its arguments come in pieces: what a client must join again. */
function callDeltas(message: ScriptedMessage, id: string): object[] {
  return wholeCalls(message, id).flatMap((call, index) => [
    { tool_calls: [{ ...call, index, function: { ...call.function, arguments: '' } }] },
    ...inPieces(call.function.arguments, message.chunks).map((piece) => ({
      tool_calls: [{ index, function: { arguments: piece } }],
    })),
  ]);
}

function wholeCalls(message: ScriptedMessage, id: string) {
  return message.toolCalls.map((call, index) => ({
    id: `call_${id}_${index}`,
    type: 'function',
    function: {
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    },
  }));
}

/** Whole characters only: a delta is a JSON string of its own. */
function inPieces(text: string, count: number): string[] {
  const characters = Array.from(text);
  const size = Math.max(1, Math.ceil(characters.length / count));
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

function finishReason(message: ScriptedMessage): string {
  return message.toolCalls.length > 0 ? 'tool_calls' : 'stop';
}

function usageBody({ inputTokens, outputTokens }: ScriptedUsage) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}
