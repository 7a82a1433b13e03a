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
    case 'held-stream':
      void sendHeldStream(response, request, answer, id);
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
  const frames = completionFrames(request, message, id).map((frame) => JSON.stringify(frame));
  const { chunks, chunksPerSecond } = message;
  if (chunksPerSecond) return sendPaced(response, [...frames, '[DONE]'], { chunks, chunksPerSecond });
  for (const frame of frames) sendFrame(response, frame);
  sendFrame(response, '[DONE]');
  response.end();
}

/** Sends the deltas that are due by the clock, a late timer's together; what opens and closes a stream goes with them. */
function sendPaced(
  response: ServerResponse,
  frames: string[],
  { chunks, chunksPerSecond }: Required<Pick<ScriptedMessage, 'chunks' | 'chunksPerSecond'>>,
): void {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const deltas = Math.floor(((performance.now() - began) * chunksPerSecond) / 1_000);
    const due = deltas < chunks ? deltas + 1 : frames.length;
    for (; sent < due; sent += 1) sendFrame(response, frames[sent]!);
    if (sent === frames.length) response.end();
  }, 1_000 / chunksPerSecond);
  response.once('close', () => clearInterval(timer));
}

async function sendHeldStream(
  response: ServerResponse,
  request: ChatRequest,
  answer: { message: ScriptedMessage; afterChunks: number; goesOn: Promise<unknown> },
  id: string,
): Promise<void> {
  beginStream(response);
  const frames = completionFrames(request, answer.message, id).map((frame) => JSON.stringify(frame));
  const first = answer.afterChunks + 1; // the first frame carries no text
  for (const frame of frames.slice(0, first)) sendFrame(response, frame);
  await answer.goesOn;
  for (const frame of [...frames.slice(first), '[DONE]']) sendFrame(response, frame);
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
