import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { putAwayKeys } from './syntheticSales.mjs';

const samples = path.join(import.meta.dirname, '..', '..', 'samples');

/** Days over which the turns were asked, up to now. */
const days = 365;
const people = 500;
const teams = 25;

/** Words that are said in one of so many turns each, and one that was said in one week only. */
export const plantedWords = [
  { word: '협심증', oneOf: 5 },
  { word: '기립성', oneOf: 20 },
  { word: '간이식', oneOf: 100 },
  { word: '색전술', oneOf: 1_000 },
  { word: '말단비대증', oneOf: 20_000 },
];
export const wordOfOneWeek = '회수안내';

const questions = [
  '{p} 신장애 환자 용량은?',
  '{p} 급여 기준이 언제 바뀌었어?',
  '{p} 이상반응 보고는 어떻게 해야 하나요?',
  '{p} 먹는 환자가 혈압이 너무 떨어졌대요',
  '{c} 최근 방문 내역 알려줘',
  '지난달 {c} {p} 매출은 얼마야?',
  '이번 달 내 매출 얼마야?',
  '3분기 거래처 상위 5곳은?',
  '전년 동기 대비 {p} 매출이 줄어든 거래처는?',
  '설명회 식음료 한도 얼마야?',
];

/**
 * Fills a migrated, empty database with people and `count` turns in the order of time, made by the database itself: questions
 * from patterns with names of the samples, answers from sentences of the samples, some far more often than others.
 */
export async function fillWithTurns(sequelize, count) {
  const run = (sql, bind) => sequelize.query(sql, { bind });
  const sentences = await readSentences();
  const [products, customers] = await Promise.all(['products.csv', 'customers.csv'].map(readNames));
  await sequelize.query(`
    CREATE UNLOGGED TABLE bench_turns AS SELECT NULL::bigint AS n, NULL::uuid AS id, NULL::timestamptz AS at,
      NULL::integer AS person, NULL::text AS question, NULL::text AS answer, NULL::text AS product, NULL::text AS customer,
      NULL::integer AS ms WHERE false;
    INSERT INTO employees (id, employee_no, name, email, password_hash, role, team)
    SELECT n, 'B' || n, '직원 ' || n, 'b' || n || '@bench.example', '-', 'rep', '영업' || n % ${teams} || '팀'
    FROM generate_series(1, ${people}) AS n;
    INSERT INTO conversations (id, employee_id, title) SELECT md5('chat ' || n)::uuid, n, '대화' FROM generate_series(1, ${people}) AS n`);
  await run(
    `INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
     SELECT code, name, '성분', true, '고혈압', 100 FROM unnest($1::text[], $2::text[]) AS given (code, name)`,
    [products.map(({ code }) => code), products.map(({ name }) => name)],
  );
  await run(
    `INSERT INTO customers (code, name, type) SELECT code, name, '의원' FROM unnest($1::text[], $2::text[]) AS given (code, name)`,
    [customers.map(({ code }) => code), customers.map(({ name }) => name)],
  );
  const planted = plantedWords.map(
    ({ word, oneOf }) =>
      `CASE WHEN random() < 1.0 / ${oneOf} THEN ' 참고로 ${word} 환자 자료가 따로 있습니다.' ELSE '' END`,
  );
  await run(
    `INSERT INTO bench_turns
     SELECT n, md5('turn ' || n)::uuid, at, person,
            replace(replace(pattern, '{p}', brand), '{c}', customer),
            brand || ' 관련 안내입니다. ' || s1.text || ' ' || s2.text || ' ' || s3.text || ${planted.join(' || ')}
              || CASE WHEN at > now() - interval '207 days' AND at < now() - interval '200 days'
                   THEN ' ${wordOfOneWeek} 공문을 확인하세요.' ELSE '' END,
            CASE WHEN strpos(pattern, '{p}') > 0 THEN p.code END, CASE WHEN strpos(pattern, '{c}') > 0 THEN c.code END, ms
     FROM (
       SELECT n, date_trunc('milliseconds', now() - (${count} - n) * (interval '${days} days' / ${count})) AS at, 1 + floor(${people} * random())::integer AS person,
         1 + floor($4 * random() ^ 2)::integer AS product, 1 + floor($5 * random())::integer AS customer_at,
         ($1::text[])[1 + floor(${questions.length} * random())::integer] AS pattern,
         $2::text[] AS s, floor($3 * random() ^ 2)::integer AS n1, floor($3 * random())::integer AS n2,
         floor($3 * random() ^ 3)::integer AS n3, (300 * exp(2 * random() * random() * 2))::integer AS ms
       FROM generate_series(1, ${count}) AS n
     ) AS drawn
     JOIN LATERAL (SELECT s[1 + n1] AS text) AS s1 ON true JOIN LATERAL (SELECT s[1 + n2] AS text) AS s2 ON true
     JOIN LATERAL (SELECT s[1 + n3] AS text) AS s3 ON true
     JOIN (SELECT row_number() OVER (ORDER BY code) AS at_product, code, brand FROM products) AS p ON at_product = product
     JOIN (SELECT row_number() OVER (ORDER BY code) AS at_customer, code, name AS customer FROM customers) AS c
       ON at_customer = customer_at`,
    [questions, sentences, sentences.length, products.length, customers.length],
  );
  const putBack = [];
  for (const table of ['turns', 'chat_history', 'turn_facts']) {
    await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    putBack.push(await putAwayKeys(sequelize, table));
  }
  await run(`
    INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at, finished_at)
    SELECT id, md5('chat ' || person)::uuid, person, n, CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'completed' END,
      md5('process')::uuid, at, at + ms * interval '1 ms' FROM bench_turns ORDER BY n`);
  await run(`
    INSERT INTO chat_history (turn_id, conversation_id, role, content, status, created_at, input_tokens, output_tokens, model)
    SELECT id, md5('chat ' || person)::uuid, role, CASE role WHEN 'user' THEN question ELSE answer END, 'completed', at,
      2000, 300, CASE role WHEN 'assistant' THEN 'model' END
    FROM bench_turns, unnest(ARRAY['user', 'assistant']) AS role ORDER BY n`);
  await run(`
    INSERT INTO turn_facts (turn_id, conversation_id, started_at, finished_at, employee_id, team, status, model, input_tokens,
      output_tokens, cost_krw, latency_ms, first_token_ms, tools, document_ids, product_codes, customer_codes, feedback, evidence,
      error_code, flags, said)
    SELECT id, md5('chat ' || person)::uuid, at, at + ms * interval '1 ms', person, '영업' || person % ${teams} || '팀',
      CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'completed' END, CASE WHEN n % 10 = 0 THEN 'small' ELSE 'large' END, 2000, 300,
      0.5 * exp(6 * random() * random()), ms, ms / 3,
      CASE WHEN product IS NULL THEN '{query_sales}' WHEN n % 2000 = 0 THEN '{search_documents,run_sql}' ELSE '{search_documents}' END::text[],
      CASE WHEN product IS NULL THEN '{}' ELSE ARRAY[md5('document ' || n % 300)::uuid] END,
      CASE WHEN product IS NULL THEN '{}' ELSE ARRAY[product] END, CASE WHEN customer IS NULL THEN '{}' ELSE ARRAY[customer] END,
      CASE WHEN n % 40 = 0 THEN -1 WHEN n % 9 = 0 THEN 1 END, CASE WHEN product IS NOT NULL THEN (ARRAY['found', 'found', 'found', 'near', 'none'])[1 + n % 5] END,
      CASE WHEN n % 50 = 0 THEN 'internal' END, CASE WHEN n % 500 = 0 THEN '{personal_data}' ELSE '{}' END::text[],
      question || E'\\n' || answer
    FROM bench_turns ORDER BY n`);
  await run('DROP TABLE bench_turns');
  for (const put of putBack) await put();
  for (const table of ['turns', 'chat_history', 'turn_facts'])
    await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const table of ['employees', 'turns', 'chat_history', 'turn_facts'])
    await run(`VACUUM (ANALYZE) ${table}`);
}

/** Sentences of the sample documents that are plain text. */
async function readSentences() {
  const folder = path.join(samples, 'documents');
  const files = (await readdir(folder)).filter((name) => /\.(md|txt)$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split(/\n|(?<=다\.)\s/));
  return lines.map((line) => line.replace(/[#|*-]+/g, ' ').trim()).filter((line) => line.length > 20);
}

/** Codes and names of a table of the samples. */
async function readNames(file) {
  const [, ...rows] = (await readFile(path.join(samples, 'data', file), 'utf8')).trim().split('\n');
  return rows.map((row) => row.split(',')).map(([code, name]) => ({ code, name }));
}
