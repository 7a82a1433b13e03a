import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { callApi } from '../api';
import { signIn, testPassword } from '../people';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let folder: string;
let page: Page;

const email = 'admin@test.example';

beforeAll(async () => {
  [scripted, folder] = await Promise.all([
    startScriptedProgram(),
    mkdtemp(path.join(os.tmpdir(), 'narutalk-files-')),
  ]);
  page = await scripted.openAs({ email });
});
afterAll(async () => {
  await scripted?.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await page.goto(`${scripted.network.url}/documents`);
  await page.getByTestId('open-upload').click();
});

const rows = (state: string) => page.locator(`[data-testid="upload-row"][data-state="${state}"]`);
const text = (name: string, content = `${name}의 내용이다.`) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
const pick = (files: Parameters<ReturnType<Page['getByTestId']>['setInputFiles']>[0]) =>
  page.getByTestId('upload-input').setInputFiles(files);
const documents = async () => {
  const token = await signIn(scripted.program.url, email);
  const { body } = await callApi<{ items: { title: string }[] }>(
    scripted.program.url,
    'GET',
    '/api/documents?limit=100',
    { token },
  );
  return body.items.map(({ title }) => title);
};

/** A file that is large and takes no room on the disk. */
async function sparseFile(name: string, bytes: number): Promise<string> {
  const file = path.join(folder, name);
  const handle = await open(file, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return file;
}

test('what the server would not take is told before anything is sent, and the rest can go', async () => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await pick(await sparseFile('영상.pdf', 2 * 1024 ** 3));
  await rows('unfit').getByText('파일이 너무 큽니다').waitFor();
  await pick([text('빈.txt', ''), { ...text('그림.png'), mimeType: 'image/png' }, text('규정.txt')]);
  await rows('unfit').getByText('빈 파일이라 올릴 수 없습니다.').waitFor();
  await rows('unfit').getByText('지원하지 않는 형식입니다.').waitFor();
  expect(await rows('waiting').count()).toBe(1);
  expect(sent.filter((url) => url.endsWith('/api/documents'))).toEqual([]);
  await page.getByTestId('upload-remove-unfit').click();
  await page.getByTestId('upload-submit').click();
  await page.getByTestId('document-row').filter({ hasText: '규정.txt' }).waitFor();
  expect(await documents()).toEqual(['규정.txt']);
});

test('a name of 300 characters is taken', async () => {
  const name = `${'가나다라마바사아자차'.repeat(30)}.txt`;
  await pick(text(name, '이름이 긴 문서다.'));
  await page.getByTestId('upload-submit').click();
  await page
    .getByTestId('document-row')
    .filter({ hasText: name.slice(-200) })
    .waitFor();
});

test('a folder is taken with the folders in it', async () => {
  const top = path.join(folder, '자료');
  await mkdir(path.join(top, '안'), { recursive: true });
  await writeFile(path.join(top, '겉.txt'), '폴더 바로 아래의 글이다.');
  await writeFile(path.join(top, '안', '속.txt'), '폴더 속 폴더의 글이다.');
  await writeFile(path.join(top, 'Thumbs.db'), 'x');
  await page.getByTestId('upload-folder').setInputFiles(top);
  await rows('waiting').getByText('자료/안/속.txt').waitFor();
  expect([await rows('waiting').count(), await rows('unfit').count()]).toEqual([2, 1]);
  await page.getByTestId('upload-remove-unfit').click();
  await page.getByTestId('upload-submit').click();
  await page.getByTestId('document-row').filter({ hasText: '속.txt' }).waitFor();
  await page.getByTestId('document-row').filter({ hasText: '겉.txt' }).waitFor();
});

test('two hundred at once: stopped, gone on with, the refused ones told and tried again alone', async () => {
  // Of this try: the same content a second time is refused.
  const mark = Date.now();
  const files = Array.from({ length: 199 }, (_, at) => text(`묶음 ${at}.txt`, `${mark}의 ${at}번째 글이다.`));
  await pick([text('겹침.txt', `${mark}의 0번째 글이다.`), ...files]);
  expect(await rows('waiting').count()).toBe(200);
  await page.getByTestId('upload-submit').click();
  await rows('accepted').nth(10).waitFor();
  await page.getByTestId('upload-stop').click();
  await page.getByTestId('upload-stop').waitFor({ state: 'detached' });
  const accepted = await rows('accepted').count();
  expect(accepted).toBeLessThan(199);
  expect(await rows('sending').count()).toBe(0);
  await page.getByTestId('upload-submit').click();
  await page.getByTestId('upload-stop').waitFor();
  await page.getByTestId('upload-stop').waitFor({ state: 'detached', timeout: 150_000 });
  expect(await rows('accepted').count()).toBeGreaterThanOrEqual(196);
  // The copy, and what had arrived unheard when it was stopped.
  const refused = await rows('refused').count();
  expect(refused).toBeGreaterThanOrEqual(1);
  await rows('refused').first().getByText('내용이 같은 문서가 이미 있습니다.').waitFor();
  await page.getByTestId('upload-retry').first().click();
  await rows('refused')
    .nth(refused - 1)
    .waitFor();
  // More than one page of the list holds.
  expect((await documents()).length).toBe(100);
});

test('a network that is cut in the middle stops it with words, and it goes on later', async () => {
  await pick(['하나', '둘', '셋', '넷'].map((name) => text(`끊김 ${name}.txt`)));
  // What is sent does not arrive: so each is in the middle when the line is cut.
  scripted.network.stall();
  await page.getByTestId('upload-submit').click();
  await rows('sending').nth(2).waitFor();
  scripted.network.cut();
  await rows('refused').first().getByText('서버에 연결할 수 없습니다').waitFor();
  expect([await rows('sending').count(), await rows('accepted').count()]).toEqual([0, 0]);
  scripted.network.join();
  await page.getByTestId('upload-submit').click();
  for (const name of ['하나', '둘', '셋', '넷']) {
    await page
      .getByTestId('document-row')
      .filter({ hasText: `끊김 ${name}.txt` })
      .waitFor();
  }
});

test('a session that is lost in the middle is signed in to again, and it goes on by itself', async () => {
  await pick(Array.from({ length: 30 }, (_, at) => text(`이어서 ${at}.txt`)));
  scripted.network.stall();
  await page.getByTestId('upload-submit').click();
  await rows('sending').nth(2).waitFor();
  const token = await signIn(scripted.program.url, email);
  await callApi(scripted.program.url, 'DELETE', '/api/auth/sessions', { token });
  scripted.network.join();
  const dialog = page.getByTestId('sign-in-again');
  await dialog.getByTestId('login-password').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.getByTestId('upload-submit').waitFor({ state: 'detached' });
  const titles = await documents();
  expect(titles.filter((title) => title.startsWith('이어서')).length).toBe(30);
});
