import { createRowProofs } from '../audit/chain/rowProofs';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ChunkRecord } from '../repositories/chunks';
import { createRepositories, type Repositories } from '../repositories/repositories';
import type { Passage } from '../shared/search';
import type { Database } from '../storage/database/database';
import { openTestDatabase } from '../test/database';
import { createReadAround, type ReadAround } from './readAround';

/** One larger passage of three chunks, and one of a single chunk. */
const texts = [
  '3. 용법·용량\n\n권장 용량은 1회 5mg이다.',
  '80세 이상은 1회 2.5mg이다.',
  '식사와 무관하다.',
  '4. 보관',
];
const document = `${texts[0]}\n\n${texts[1]} ${texts[2]}\n\n\n${texts[3]}`;
const parents = [0, 0, 0, 3];

let database: Database;
let repositories: Repositories;
let readAround: ReadAround;
let documentId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  repositories = createRepositories(database.sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
  readAround = createReadAround(repositories.chunks);
});
afterAll(() => database?.close());
beforeEach(async () => {
  documentId = randomUUID();
  await database.sequelize.query(
    `INSERT INTO documents (id, title, file_name, media_type, size, sha256, series_id)
     VALUES ($id::uuid, '안내', 'a.txt', 'text/plain', 1, $sha256, $id::uuid)`,
    { bind: { id: documentId, sha256: randomBytes(32).toString('hex') } },
  );
  await write(texts.map(chunkOf));
});

function chunkOf(text: string, ordinal: number): ChunkRecord {
  const charStart = document.indexOf(text);
  return {
    id: `${documentId}:${ordinal}`,
    documentId,
    ordinal,
    parentId: `${documentId}:${parents[ordinal]!}`,
    heading: '',
    text,
    textSha256: text,
    page: ordinal + 1,
    charStart,
    charEnd: charStart + text.length,
    embedding: null,
    embeddingModel: null,
  };
}

function write(chunks: ChunkRecord[]): Promise<void> {
  return database.sequelize.transaction((transaction) =>
    repositories.chunks.replace(documentId, chunks, transaction),
  );
}

/** A chunk as a search found it. */
function found(ordinal: number): Passage {
  const {
    id: chunkId,
    parentId,
    heading,
    page,
    charStart,
    charEnd,
    text,
  } = chunkOf(texts[ordinal]!, ordinal);
  const place = { chunkId, parentId, heading, page, charStart, charEnd, text };
  return {
    ...place,
    documentId,
    title: '안내',
    docType: 'reference',
    score: 1,
    highlights: [],
    version: 1,
    duplicates: [],
  };
}

it('a chunk is read with those it stands with, each at its place in the document', async () => {
  const [passage] = await readAround([found(1)]);
  const { text, charStart, parts } = passage!.around;

  expect(charStart).toBe(0);
  expect(text.replace(/\s/g, ' ')).toBe(document.slice(0, text.length).replace(/\s/g, ' '));
  expect(text.endsWith('식사와 무관하다.')).toBe(true);
  expect(parts.map((part) => text.slice(part.charStart, part.charEnd))).toEqual(texts.slice(0, 3));
  expect(parts.map(({ page }) => page)).toEqual([1, 2, 3]);
  // What was found stays what it was.
  expect(passage).toMatchObject({ chunkId: `${documentId}:1`, page: 2, text: texts[1] });
});

it('chunks of one larger passage become one, the best of them, and the order stays', async () => {
  const passages = await readAround([found(2), found(3), found(0)]);
  expect(passages.map(({ chunkId }) => chunkId)).toEqual([`${documentId}:2`, `${documentId}:3`]);
  expect(passages[1]!.around).toMatchObject({ text: '4. 보관', charStart: document.indexOf('4. 보관') });
});

it('a chunk that was read again since it was found stands alone', async () => {
  const passage = found(1);
  await write([chunkOf(texts[0]!, 0), { ...chunkOf(texts[1]!, 1), text: '75세 이상은 1회 2.5mg이다.' }]);
  const [read] = await readAround([passage]);
  const { chunkId: id, page, charStart, charEnd, text } = passage;
  expect(read!.around).toEqual({ text, charStart, parts: [{ id, page, charStart, charEnd }] });
});

it('a chunk that was removed since it was found stands alone', async () => {
  const passage = found(3);
  await write([chunkOf(texts[0]!, 0)]);
  const [read] = await readAround([passage]);
  expect(read!.around).toMatchObject({ text: passage.text, parts: [{ id: passage.chunkId }] });
});

it('nothing found, nothing read', async () => {
  expect(await readAround([])).toEqual([]);
});
