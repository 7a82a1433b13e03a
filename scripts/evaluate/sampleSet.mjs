// The set of the samples: the documents users find in the demo, read and divided as ingestion does it, and the questions of
// `samples/evaluation/{products,rules}.jsonl` with the passages that answer them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readLines } from './readLines.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));
const samples = path.resolve('samples');

/** @returns {{name: string, chunks: object[], questions: object[]}} chunks as the index keeps them, without vectors. */
export async function loadSampleSet() {
  const documents = await loadDocuments();
  const questions = readdirSync(path.join(samples, 'evaluation'))
    .filter((name) => /^(?:products|rules)\.jsonl$/.test(name))
    .flatMap((name) => readLines(path.join(samples, 'evaluation', name)))
    .map((question) => ({
      ...question,
      answers: question.answers.map((answer) => chunksOfQuote(documents, answer, question)),
      swapped: (question.swapped ?? []).flatMap((answer) => chunksOfQuote(documents, answer, question)),
    }));
  return { name: 'samples', chunks: [...documents.values()].flatMap(({ chunks }) => chunks), questions };
}

async function loadDocuments() {
  const { parseFile } = dist('ingestion/parseFile');
  const { chunkDocument } = dist('ingestion/chunk');
  const manifest = JSON.parse(readFileSync(path.join(samples, 'documents', 'manifest.json'), 'utf8'));
  const documents = new Map();
  for (const entry of manifest) {
    const parsed = await parseFile(path.join(samples, 'documents', entry.file), { fileName: entry.file });
    const { text, chunks } = chunkDocument(parsed);
    documents.set(entry.file, { text, chunks: chunks.map((chunk) => toIndexedChunk(entry, chunk)) });
  }
  return documents;
}

/** Everybody may read and every day counts here: rights have tests of their own. */
function toIndexedChunk(entry, { ordinal, parent, ...chunk }) {
  return {
    ...chunk,
    chunkId: `${entry.file}:${ordinal}`,
    documentId: entry.file,
    ordinal,
    parentId: `${entry.file}:${parent}`,
    title: entry.title,
    docType: entry.docType,
    audience: ['everyone'],
    productCodes: entry.productCodes ?? [],
    validFrom: null,
    validTo: null,
    version: 1,
    current: true,
  };
}

/** Ids of the chunks that hold a part of the quote. */
function chunksOfQuote(documents, { file, quote }, { id }) {
  const document = documents.get(file);
  const start = document?.text.indexOf(quote) ?? -1;
  if (start < 0) throw new Error(`${id}: "${quote}" does not stand in ${file}`);
  const end = start + quote.length;
  return document.chunks
    .filter(({ charStart, charEnd }) => charStart < end && charEnd > start)
    .map(({ chunkId }) => chunkId);
}
