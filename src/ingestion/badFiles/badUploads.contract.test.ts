import { errorText, type ErrorCode } from '../../errors';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import type { BadFile } from './badFileFixture';
import { badFiles } from './badFilesFixture';
import { makeSurroundings, type WatchedSurroundings } from './surroundingsFixture';

/** One of each way to do harm, or to end in another way. All are certain to fail, and few bytes to send. */
const worstFiles = [
  'one-byte-in-50-flipped.docx',
  'truncated-at-half.pptx',
  'noise-behind-its-mark.pdf',
  'exe-named-otherwise.xlsx',
  'bomb-of-four-gigabytes.docx',
  'bomb-of-four-gigabytes-that-declares-little.pptx',
  'bomb-of-many-small-entries.docx',
  'archives-in-archives.zip',
  'hundred-thousand-entries.docx',
  'entry-named-with-parent-folders.docx',
  'entry-named-with-an-absolute-path.pptx',
  'all-entries-with-a-password.xlsx',
  'xml-with-a-billion-laughs.docx',
  'xml-with-an-entity-from-a-local-file.pptx',
  'xml-with-an-entity-from-a-web-server.docx',
  'xml-nested-a-hundred-thousand-levels.docx',
  'main-part-in-a-parent-folder.pptx',
  'macros.docm',
  'macros.xlsm',
  'with-a-password.docx',
  'merged-over-the-whole-sheet.xlsx',
  'hundred-thousand-empty-pages.pdf',
  'page-of-two-gigabytes-of-zeros.pdf',
  'with-a-password.hwp',
  'section-of-two-hundred-megabytes-of-zeros.hwp',
  'only-scripts.html',
  'ninety-megabytes-in-one-line.txt',
].map((name): BadFile => {
  const file = badFiles.find((one) => one.name === name);
  if (!file) throw new Error(`There is no bad file ${name}`);
  return file;
});

const goodDocument = '나루정은 하루에 한 번 복용하며, 나쁜 파일 뒤에서도 찾을 수 있어야 한다.';

let server: TestServer;
let admin: string;
let surroundings: WatchedSurroundings;

beforeAll(async () => {
  surroundings = await makeSurroundings();
  server = await startTestServer();
  admin = await createAdmin(server);
});
afterAll(async () => {
  await server.close();
  await surroundings.remove();
});

describe('a bad file that is uploaded', () => {
  it.each(worstFiles.map((file): [string, BadFile] => [file.name, file]))(
    'fails with a reason: %s',
    async (name, file) => {
      const { id } = await uploadDocument(server, admin, name, await bytesOf(file));
      const { status, reason } = await waitForDocument(server, admin, id);
      expect(status).toBe('failed');
      expect(file.outcomes.filter((code) => code !== 'read').map(reasonOf)).toContain(reason);
    },
  );

  it('does not keep a good one from being indexed and found', async () => {
    const bad = await Promise.all(
      worstFiles.slice(0, 8).map(async (file) => {
        // Another content of the same kind: one that is known is refused at once.
        const content = Buffer.concat([await bytesOf(file), Buffer.from(' again')]);
        return uploadDocument(server, admin, file.name, content);
      }),
    );
    const { id } = await uploadDocument(server, admin, '좋은 문서.txt', goodDocument);
    expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
    const answer = await callApi<{ items: { documentId: string }[] }>(server.url, 'POST', '/api/search', {
      token: admin,
      body: { query: '나루정 하루 복용' },
    });
    expect(answer.body.items.map(({ documentId }) => documentId)).toContain(id);
    for (const { id: badId } of bad) {
      expect((await waitForDocument(server, admin, badId)).status).toBe('failed');
    }
  });

  it('is refused at once when it is empty or too large', async () => {
    for (const [name, status, code] of [
      ['zero-bytes.pdf', 422, 'file_empty'],
      ['two-hundred-megabytes.txt', 413, 'file_too_large'],
    ] as const) {
      const file = badFiles.find((one) => one.name === name)!;
      const form = new FormData();
      form.set('file', new Blob([...(await piecesOf(file))]), name);
      const answer = await callApi(server.url, 'POST', '/api/documents', { token: admin, form });
      expect(answer).toMatchObject({ status, body: { code } });
    }
  });

  it('asks no server and writes nothing where it wanted to be unpacked', async () => {
    expect(surroundings.connections()).toBe(0);
    expect(await surroundings.escapes()).toEqual([]);
  });
});

/** As the admin reads it. */
function reasonOf(code: ErrorCode): string {
  return errorText(code, 'ko');
}

async function piecesOf(file: BadFile): Promise<Uint8Array<ArrayBuffer>[]> {
  const content = await file.content(surroundings);
  const pieces = Buffer.isBuffer(content) ? [content] : [...content];
  return pieces.map((piece) => new Uint8Array(piece));
}

async function bytesOf(file: BadFile): Promise<Buffer<ArrayBuffer>> {
  return Buffer.concat(await piecesOf(file));
}
