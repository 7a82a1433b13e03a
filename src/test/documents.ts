import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentDto } from '../shared/documents';
import { callApi } from './api';
import type { ServerAddress } from './people';
import { patienceMs } from './patience';

/** Uploads a document as an admin. */
export async function uploadDocument(
  server: Pick<ServerAddress, 'url'>,
  token: string,
  fileName: string,
  content: string | Buffer<ArrayBuffer>,
  fields: Record<string, string> = {},
): Promise<{ id: string; status: string }> {
  const form = new FormData();
  form.set('file', new Blob([content]), fileName);
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  const answer = await callApi<{ id: string; status: string }>(server.url, 'POST', '/api/documents', {
    token,
    form,
  });
  if (answer.status !== 202)
    throw new Error(`upload answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const settled = new Set(['indexed', 'failed']);

/** Asks until a document is indexed or failed. @throws Error after half a minute. */
export async function waitForDocument(
  server: Pick<ServerAddress, 'url'>,
  token: string,
  id: string,
): Promise<DocumentDto> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    const { body } = await callApi<DocumentDto>(server.url, 'GET', `/api/documents/${id}`, { token });
    if (settled.has(body.status)) return body;
  }
  throw new Error(`document ${id} was neither indexed nor failed`);
}
