import { callApi } from '../api';
import { createAdmin, signIn } from '../people';
import { uploadDocument, waitForDocument } from '../documents';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

let dataDir: string;
let program: StartedProgram;

beforeAll(async () => {
  dataDir = await newDataDir();
  program = await startProgram(dataDir, { DEMO: '0' });
});
afterAll(async () => {
  expect(await program.stop()).toBe(0);
  await removeDataDir(dataDir);
});

test('what was acknowledged is there after a power cut, and its work goes on', async () => {
  const admin = await createAdmin(program);
  const rules = Array.from({ length: 2_000 }, (_, at) => `제${at + 1}조 보관 온도는 ${at}도이다.`).join('\n');
  const { id } = await uploadDocument(program, admin, 'rules.txt', rules);
  await program.kill();
  program = await startProgram(dataDir, { DEMO: '0' });
  const again = await signIn(program.url, 'admin@test.example');
  expect((await waitForDocument(program, again, id)).status).toBe('indexed');
  const init = await callApi(program.url, 'POST', '/init-admin', { token: program.setupToken, body: {} });
  expect([init.status, init.body.code]).toEqual([409, 'already_set_up']);
});
