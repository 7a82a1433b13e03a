/** Tokens an answer reports; `prompt_tokens` and `completion_tokens` of the protocol. */
export interface ScriptedUsage {
  inputTokens: number;
  outputTokens: number;
}

export interface ScriptedToolCall {
  name: string;
  /** An object is sent as JSON; a string is sent as it is, to play a model that writes broken JSON. */
  arguments: object | string;
}

/** A whole answer: text, calls of tools, or both. */
export interface ScriptedMessage {
  kind: 'message';
  text: string;
  toolCalls: ScriptedToolCall[];
  /** How many deltas a streamed text, and each call's arguments, come in. */
  chunks: number;
  /** Deltas a second; not given: all at once. */
  chunksPerSecond?: number;
  usage: ScriptedUsage;
}

/** What the endpoint does with one request. */
export type ScriptedAnswer =
  | ScriptedMessage
  /** Refuses, in the form the protocol has for errors. */
  | { kind: 'refusal'; status: number; message: string; retryAfterSeconds?: number }
  /** Takes the request and says nothing until the client or the test ends the connection. */
  | { kind: 'silence' }
  /** Streams the first `afterChunks` deltas, then stalls, ends early, loses the connection or sends a frame that is not JSON. */
  | { kind: 'broken-stream'; message: ScriptedMessage; afterChunks: number; fault: StreamFault }
  /** Streams the first `afterChunks` deltas, and the others once `goesOn` is settled. */
  | { kind: 'held-stream'; message: ScriptedMessage; afterChunks: number; goesOn: Promise<unknown> };

export type StreamFault = 'stall' | 'early-end' | 'cut' | 'broken-json';

const usualUsage: ScriptedUsage = { inputTokens: 100, outputTokens: 20 };

/** An answer in words, streamed in `chunks` deltas. */
export function says(
  text: string,
  options: { chunks?: number; chunksPerSecond?: number; usage?: ScriptedUsage } = {},
): ScriptedMessage {
  return {
    kind: 'message',
    text,
    toolCalls: [],
    chunks: options.chunks ?? 4,
    chunksPerSecond: options.chunksPerSecond,
    usage: options.usage ?? usualUsage,
  };
}

/** An answer that calls tools, the arguments of each streamed in three pieces. */
export function callsTools(...toolCalls: ScriptedToolCall[]): ScriptedMessage {
  return { kind: 'message', text: '', toolCalls, chunks: 3, usage: usualUsage };
}

/** 429, with the header that says when to come back. */
export function isBusy(retryAfterSeconds: number): ScriptedAnswer {
  return { kind: 'refusal', status: 429, message: 'Rate limit reached', retryAfterSeconds };
}

/** 500. */
export function fails(): ScriptedAnswer {
  return { kind: 'refusal', status: 500, message: 'The server had an error' };
}

/** No answer at all. */
export function staysSilent(): ScriptedAnswer {
  return { kind: 'silence' };
}

/** Writes `text` in so many deltas, of which two come at once and the others when the test lets them. */
export function waitsFor(goesOn: Promise<unknown>, text: string, chunks = 4): ScriptedAnswer {
  return { kind: 'held-stream', message: says(text, { chunks }), afterChunks: 2, goesOn };
}

/** Begins `text` in four deltas; after the second one, `fault` happens. Asked without streaming, it has no body to break. */
export function breaksOff(text: string, fault: StreamFault): ScriptedAnswer {
  return { kind: 'broken-stream', message: says(text), afterChunks: 2, fault };
}
