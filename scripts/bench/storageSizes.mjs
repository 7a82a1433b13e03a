import { createRequire } from 'node:module';
import { startConstantEmbeddings } from './constantEmbeddings.mjs';
import { rounded } from './statistics.mjs';
import { createSyntheticText, sampleSentences } from './syntheticChunks.mjs';
import { syntheticPdf } from './syntheticPdf.mjs';
import { fillWithSales } from './syntheticSales.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { startTestServer } = require('../../dist/test/server.js');
const { tireless } = require('../../dist/test/chatLimits.js');
const { createAdmin, createPerson } = require('../../dist/test/people.js');
const { uploadDocument, waitForDocument } = require('../../dist/test/documents.js');
const { openChat } = require('../../dist/test/chatClient.js');
const { startScriptedModel } = require('../../dist/test/scriptedModel/scriptedModel.js');
const { callsTools, says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

/** Tables a turn writes to; a turn's own rows are all of theirs here. */
const turnTables = [
  'turns',
  'chat_history',
  'turn_events',
  'system_trace_logs',
  'turn_facts',
  'turn_numbers',
  'audit_seals',
];
const documentTables = ['document_chunks', 'passage_embeddings'];
/** Chunks given to the index at once. */
const batchSize = 2_000;
const words = Array.from({ length: 60 }, (_, at) => `낱말${at} `).join('');

/**
 * Room that one sale, turn and chunk take, indexes of the tables included, in bytes: what `scripts/scale` reckons with. On
 * PostgreSQL and OpenSearch, each in a database and index of its own.
 */
export async function measureSizes({ sales, turns, pages, chunks }) {
  if (!process.env.DATABASE_URL || !process.env.OPENSEARCH_URL) {
    return { sizes: 'needs DATABASE_URL and OPENSEARCH_URL' };
  }
  return {
    ...(await sizesOfSales(sales)),
    ...(await sizesOfTurnsAndChunks({ turns, pages, chunks })),
  };
}

async function sizesOfSales(sales) {
  const database = await openTestDatabase();
  try {
    await fillWithSales(database.sequelize, sales);
    const row = await sizeOf(database.sequelize, 'sales_records');
    const month = await sizeOf(database.sequelize, 'customer_monthly_performance_mv');
    return {
      'a sale, bytes': row.perRow,
      'a row of the monthly view, bytes': month.perRow,
      'rows of the monthly view': month.rows,
    };
  } finally {
    await database.close();
  }
}

async function sizesOfTurnsAndChunks({ turns, pages, chunks }) {
  const text = await createSyntheticText();
  const embeddings = await startConstantEmbeddings(text.questionVector);
  const model = await startScriptedModel();
  model.otherwise((request) =>
    request.messages.at(-1).role === 'tool'
      ? says(words, { chunks: 60 })
      : callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } }),
  );
  const server = await startTestServer({
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
    chatLimits: tireless,
    embeddings: embeddings.settings,
  });
  try {
    const admin = await createAdmin(server);
    return {
      ...(await sizesOfDocument(server, { admin, pages })),
      ...(await sizesOfTurns(server, { admin, turns })),
      ...(await sizeOfIndex(server, { text, chunks, embeddingModel: embeddings.settings.passageModel })),
    };
  } finally {
    await server.close();
    await model.close();
    embeddings.close();
  }
}

async function sizesOfDocument(server, { admin, pages }) {
  const pdf = syntheticPdf({ pages, sentences: await sampleSentences(), mark: 'sizes' });
  const { id } = await uploadDocument(server, admin, 'sizes.pdf', pdf);
  await waitForDocument(server, admin, id);
  const { sequelize } = server.services.database;
  const [kept, vectors] = await Promise.all(documentTables.map((table) => sizeOf(sequelize, table)));
  return {
    'chunks of a page': rounded(kept.rows / pages),
    'a chunk in the database, bytes': kept.perRow,
    'a kept vector in the database, bytes': vectors.perRow,
    'the original of a page, bytes': Math.round(pdf.length / pages),
  };
}

async function sizesOfTurns(server, { admin, turns }) {
  const { sequelize } = server.services.database;
  const { token } = await createPerson(server, admin, { role: 'rep' });
  const chat = await openChat(server.url, token);
  const before = await loggedBytes(sequelize);
  for (let turn = 0; turn < turns; turn += 1) await chat.ask('보관 온도가 어떻게 되나요?');
  chat.close();
  const logged = (await loggedBytes(sequelize)) - before;
  const figures = { 'a turn in the write-ahead log, bytes': Math.round(logged / turns) };
  for (const table of turnTables) {
    const { rows, bytes } = await sizeOf(sequelize, table);
    figures[`a turn in ${table}: rows, bytes`] = `${rounded(rows / turns)}, ${Math.round(bytes / turns)}`;
  }
  return figures;
}

async function sizeOfIndex(server, { text, chunks, embeddingModel }) {
  const { url, indexPrefix } = server.env.openSearch;
  const index = `${url}/${indexPrefix}-*`;
  const stored = async () => {
    for (const step of ['_refresh', '_forcemerge?max_num_segments=1&flush=true', '_flush?force=true']) {
      await fetch(`${index}/${step}`, { method: 'POST' });
    }
    const { _all } = await (await fetch(`${index}/_stats/store,docs`)).json();
    return { bytes: _all.primaries.store.size_in_bytes, documents: _all.primaries.docs.count };
  };
  const before = await stored();
  const { searchIndex } = server.services.ingestion;
  for (let written = 0; written < chunks; written += batchSize) {
    const batch = text.chunks(written, Math.min(chunks, written + batchSize));
    await searchIndex.upsert(batch.map((chunk) => ({ ...chunk, embeddingModel })));
  }
  const after = await stored();
  return {
    'a chunk with its vector in the index, bytes': Math.round(
      (after.bytes - before.bytes) / (after.documents - before.documents),
    ),
  };
}

/** Rows of a table or view, and the room they take with their indexes. */
async function sizeOf(sequelize, table) {
  const [[{ rows, bytes }]] = await sequelize.query(
    `SELECT count(*)::integer AS rows, pg_total_relation_size('${table}')::float8 AS bytes FROM ${table}`,
  );
  return { rows, bytes, perRow: rows === 0 ? 0 : Math.round(bytes / rows) };
}

/** Bytes written to the log of changes so far, by everybody on this server. */
async function loggedBytes(sequelize) {
  const [[{ bytes }]] = await sequelize.query(
    `SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 AS bytes`,
  );
  return bytes;
}
