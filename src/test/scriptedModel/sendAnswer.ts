import type { ServerResponse } from 'node:http';
import type { ChatRequest } from './chatRequest';
import { completion, completionFrames } from './completionFrames';
import type { ScriptedAnswer, ScriptedMessage, StreamFault } from './scriptedAnswer';

/** Plays one answer of the script to one request; `id` names the completion. */
export function sendAnswer(
  response: ServerResponse,
  request: ChatRequest,
  answer: ScriptedAnswer,
  id: string,
): void {
  switch (answer.kind) {
    case 'silence':
      return;
    case 'refusal':
      sendRefusal(response, answer.status, answer.message, answer.retryAfterSeconds);
      return;
    case 'message':
      if (request.stream) sendStream(response, request, answer, id);
      else sendJson(response, 200, completion(request, answer, id));
      return;
    case 'broken-stream':
      if (request.stream) sendBrokenStream(response, request, answer, id);
      else response.destroy();
  }
}

/** An error as the protocol writes it. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  message: string,
  retryAfterSeconds?: number,
): void {
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
  sendJson(response, status, { error: { message, type: 'scripted', param: null, code: null } });
}

function sendStream(
  response: ServerResponse,
  request: ChatRequest,
  message: ScriptedMessage,
  id: string,
): void {
  beginStream(response);
  for (const frame of completionFrames(request, message, id)) sendFrame(response, JSON.stringify(frame));
  sendFrame(response, '[DONE]');
  response.end();
}

function sendBrokenStream(
  response: ServerResponse,
  request: ChatRequest,
  answer: { message: ScriptedMessage; afterChunks: number; fault: StreamFault },
  id: string,
): void {
  beginStream(response);
  const [role, ...frames] = completionFrames(request, answer.message, id).map((frame) =>
    JSON.stringify(frame),
  );
  const [broken] = frames.slice(answer.afterChunks);
  for (const frame of [role!, ...frames.slice(0, answer.afterChunks)]) sendFrame(response, frame);
  if (answer.fault === 'early-end') response.end();
  if (answer.fault === 'cut') response.write('', () => response.destroy());
  if (answer.fault === 'broken-json') {
    sendFrame(response, broken!.slice(0, broken!.length / 2));
    response.end();
  }
}

function beginStream(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
}

function sendFrame(response: ServerResponse, data: string): void {
  response.write(`data: ${data}\n\n`);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
