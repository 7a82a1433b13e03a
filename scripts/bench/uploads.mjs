import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { uploadDocument } = require('../../dist/test/documents.js');
const { callApi } = require('../../dist/test/api.js');

const settled = new Set(['indexed', 'failed']);

/** Uploads the files one after the other. @returns the keys of the documents. */
export async function uploadFiles(server, files) {
  const ids = [];
  for (const file of files) {
    const content = await readFile(file);
    ids.push((await uploadDocument(server, server.token, path.basename(file), content)).id);
  }
  return ids;
}

/** Waits until every document is indexed. @throws when one failed. */
export async function waitUntilIndexed(server, ids) {
  for (const id of ids) {
    for (;;) {
      const { body } = await callApi(server.url, 'GET', `/api/documents/${id}`, { token: server.token });
      if (body.status === 'failed') throw new Error(`${body.title}: ${JSON.stringify(body.reason)}`);
      if (settled.has(body.status)) break;
      await pause(20);
    }
  }
}
