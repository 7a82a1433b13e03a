import { setTimeout as pause } from 'node:timers/promises';
import type { SearchIndexDto, SearchWordDto } from '../../shared/searchIndex';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import { patienceMs } from '../../test/patience';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer({ embeddings: undefined });
  admin = await createAdmin(server);
});
afterAll(() => server.close());

const call = <Body>(method: string, path: string, body?: unknown) =>
  callApi<Body>(server.url, method, path, { token: admin, body });

async function upload(name: string, text: string) {
  const { id } = await uploadDocument(server, admin, name, text);
  await waitForDocument(server, admin, id);
  return id;
}

/** Asks until the index is what it has to be. */
async function whenRebuilt(): Promise<SearchIndexDto> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    const { body } = await call<SearchIndexDto>('GET', '/api/search-index');
    if (body.rebuilding === null) return body;
  }
  throw new Error('the index was not rebuilt');
}

async function words(): Promise<SearchWordDto[]> {
  return (await call<{ items: SearchWordDto[] }>('GET', '/api/search-words')).body.items;
}

test('an added word is found and kept apart once the index knows it, and taken away again', async () => {
  const compound = await upload('compound.txt', '고지혈증에는 세비카에이치씨티정을 하루 한 번 복용한다.');
  await upload('parts.txt', '에이치 부서의 세비 담당은 씨티 카드를 쓴다. 이치에 맞게 정산한다.');

  const added = await call('POST', '/api/search-words', {
    words: ['세비카에이치씨티', ' 세비카에이치씨티 '],
  });
  expect([added.status, added.body]).toEqual([202, { added: 1 }]);
  expect(await whenRebuilt()).toMatchObject({ documents: 2, chunks: 2, words: { products: 0, added: 1 } });
  expect(await words()).toEqual([
    { id: expect.any(Number), word: '세비카에이치씨티', createdBy: '관리자', createdAt: expect.any(String) },
  ]);
  const search = await call<{ items: { documentId: string }[] }>('POST', '/api/search', {
    query: '세비카에이치씨티',
  });
  expect(search.body.items[0]?.documentId).toBe(compound);

  const [word] = await words();
  expect((await call('DELETE', `/api/search-words/${word!.id}`)).status).toBe(204);
  expect((await call('DELETE', `/api/search-words/${word!.id}`)).status).toBe(404);
  expect(await whenRebuilt()).toMatchObject({ documents: 2, words: { added: 0 } });
});

test('several changes in a row wait as one', async () => {
  for (const word of ['하나로정', '두나로정', '세나로정', '네나로정']) {
    await call('POST', '/api/search-words', { words: [word] });
  }
  const waiting = await server.services.ingestion.jobs.unfinished('index.rebuild');
  expect(waiting.length).toBeLessThanOrEqual(2); // one runs, one waits
  await whenRebuilt();
  expect(await words()).toHaveLength(4);
});

test('what would break the rules of the analysis is refused, and nothing of it is added', async () => {
  const before = await words();
  for (const word of [
    '두 말',
    '가',
    '#주석',
    '탭\t글자',
    '줄\n바꿈',
    '가'.repeat(31),
    '12345',
    '',
    '가\u200b나',
    'a,b',
  ]) {
    const { status, body } = await call<{ code: string; errors: { path: string; message: string }[] }>(
      'POST',
      '/api/search-words',
      { words: ['바른말', word] },
    );
    expect([word, status, body.code]).toEqual([word, 400, 'validation_failed']);
    expect(body.errors[0]).toMatchObject({ path: 'words.1', message: expect.stringContaining('2~30자') });
  }
  expect(await words()).toEqual(before);
  expect((await call('POST', '/api/search-words', { words: [] })).status).toBe(400);
});
