import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { chatRequestSchema, type ChatRequest } from './chatRequest';
import type { ScriptedAnswer } from './scriptedAnswer';
import { sendAnswer, sendRefusal } from './sendAnswer';

/** A request as it arrived, to be checked by a test. */
export interface ReceivedRequest {
  headers: IncomingHttpHeaders;
  body: ChatRequest;
  /** Settles when the exchange is over: true when the client went away before its answer was complete. */
  abandoned: Promise<boolean>;
}

type Step = ScriptedAnswer | ((request: ChatRequest) => ScriptedAnswer);

export interface ScriptedModel {
  /** What `OPENAI_BASE_URL` is set to. */
  url: string;
  /** Every well-formed request so far, oldest first. */
  requests: ReceivedRequest[];
  /** Adds to what is played, one step a request. */
  script(...steps: Step[]): void;
  /** Plays this to every request that finds the script at its end. */
  otherwise(step: Step): void;
  /** Ends every open connection, silent ones too. */
  close(): Promise<void>;
}

/**
 * An OpenAI-compatible chat endpoint on a free port of the loopback address, which plays what a test wrote: so the real
 * client, with its streams, retries and time limits, is what is tested. As strict as the original: a request that breaks
 * the protocol, or one that nothing is scripted for, is answered with 400, which clients do not retry.
 */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: ReceivedRequest[] = [];
  const steps: Step[] = [];
  let lastResort: Step | undefined;

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      return sendRefusal(response, 404, `no such call: ${request.method} ${request.url}`);
    }
    const body = chatRequestSchema.safeParse(await json(request));
    if (!body.success) return sendRefusal(response, 400, z.prettifyError(body.error));
    requests.push({ headers: request.headers, body: body.data, abandoned: isAbandoned(response) });
    const step = steps.shift() ?? lastResort;
    if (!step) return sendRefusal(response, 400, 'nothing is scripted for this request');
    sendAnswer(
      response,
      body.data,
      typeof step === 'function' ? step(body.data) : step,
      `scripted-${requests.length}`,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    script: (...more) => void steps.push(...more),
    otherwise: (step) => (lastResort = step),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function isAbandoned(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => response.once('close', () => resolve(!response.writableFinished)));
}
