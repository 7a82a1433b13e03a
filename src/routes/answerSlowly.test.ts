import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { answerSlowly } from './answerSlowly';

const everyMs = 20;

let server: Server;

beforeAll(async () => {
  const app = express();
  app.get('/fast', async (_request, response) => {
    response.json(await answerSlowly(response, Promise.resolve({ ok: true }), everyMs));
  });
  app.get('/slow', async (_request, response) => {
    await answerSlowly(response, pause(everyMs * 5, { ok: true }), everyMs);
  });
  app.get('/broken', async (_request, response) => {
    const broken = pause(everyMs * 5).then(() => Promise.reject(new Error('broken')));
    await answerSlowly(response, broken, everyMs);
  });
  server = app.listen(0);
});
afterAll(() => server.close());

const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

test('what is there at once is answered as ever', async () => {
  expect(await (await get('/fast')).text()).toBe('{"ok":true}');
});

test('what takes long shows signs of life, and is JSON all the same', async () => {
  const response = await get('/slow');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const text = await response.text();
  expect(text).toMatch(/^ +\{/);
  expect(JSON.parse(text)).toEqual({ ok: true });
});

test('what fails late is cut off, and is never taken for an answer', async () => {
  const response = await get('/broken');
  await expect(response.text()).rejects.toThrow();
});
