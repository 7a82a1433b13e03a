import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '../../shared/system';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { breaksOff, waitsFor } from '../scriptedModel/scriptedAnswer';
import { startInstallation, type Installation } from './installation';

const text = '끝까지 답합니다.';

let installation: Installation;
const start = async (graceSeconds: number) => {
  installation = await startInstallation(async () => ({ SHUTDOWN_GRACE_SECONDS: String(graceSeconds) }));
};
afterEach(() => installation.close());

/** Tells a process to end in mid-answer, as systemd and Kubernetes do, and waits until it has heard it. */
async function endInAnswer() {
  const { nodes, rep } = installation;
  const { url, stop } = nodes[0]!;
  const chat = await openChat(url, rep.token);
  await chat.send('길게 설명해 줘');
  await chat.waitFor(({ type }) => type === 'text-delta');
  const ended = stop('SIGTERM');
  const state = async () => (await callApi<Readiness>(url, 'GET', '/readyz')).body.status;
  while ((await state()) !== 'stopping') await pause(0);
  return { chat, ended };
}

test('a server told to end in mid-answer finishes it, takes no other question, and ends in order', async () => {
  await start(60);
  let goOn = () => {};
  installation.model.script(waitsFor(new Promise<void>((resolve) => (goOn = resolve)), text));
  const { chat, ended } = await endInAnswer();
  expect(await chat.send('하나만 더')).toMatchObject({ ok: false, error: { code: 'shutting_down' } });
  goOn();
  const last = await chat.waitFor(({ type }) => type === 'turn-completed' || type === 'turn-failed');
  expect(last).toMatchObject({ type: 'turn-completed', text });
  expect(await ended).toBe(0);
});

test('an answer that does not end in time is interrupted, and the server ends in order all the same', async () => {
  await start(1);
  installation.model.script(breaksOff(text, 'stall'));
  const { chat, ended } = await endInAnswer();
  const last = await chat.waitFor(({ type }) => type === 'turn-completed' || type === 'turn-failed');
  expect(last).toMatchObject({ type: 'turn-failed', code: 'turn_interrupted' });
  expect(await ended).toBe(0);
});
