// Asks every question of a set on every engine and measures what comes back.
import { createRequire } from 'node:module';
import path from 'node:path';
import { withEachEngine } from './engines.mjs';
import { mean, ndcg, recall, reciprocalRank } from './measures.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

/** Passages asked for: what stands lower is not looked at. */
const depth = 50;

/**
 * @param set of `loadSampleSet` or `loadGeneralSet`
 * @param embeddings an EmbeddingModel, or null: then by keyword only
 * @param directory the names a question may use
 * @returns one entry an engine and way: {set, engine, way, answers: [{question, ranking, evidence, candidates}]}
 */
export async function askSet(set, embeddings, directory) {
  const { embeddedText } = dist('ingestion/embedPassages');
  const vectors =
    embeddings && (await embeddings.embedDocuments(set.chunks.map((chunk) => embeddedText(chunk, chunk))));
  const runs = [];
  await withEachEngine(set.chunks, vectors, embeddings?.name ?? null, async (engine, index) => {
    const { createRetrieval } = dist('retrieval/hybridSearch');
    const names = async () => directory;
    const keyword = await askAll(createRetrieval({ index, embeddings: null, names }), set.questions);
    runs.push({ set: set.name, engine, way: 'keyword', answers: keyword });
    if (!embeddings) return;
    const hybrid = await askAll(createRetrieval({ index, embeddings, names }), set.questions);
    runs.push({ set: set.name, engine, way: 'vector', answers: hybrid.map(byVectorAlone) });
    runs.push({ set: set.name, engine, way: 'hybrid', answers: hybrid });
  });
  return runs;
}

async function askAll(retrieve, questions) {
  const answers = [];
  for (const question of questions) {
    const request = { query: question.question, topK: depth, principals: null, today: '2026-11-24' };
    const { passages, candidates, evidence, degradedBy } = await retrieve(request);
    // On a busy machine the model may be late: figures without it would be others'.
    if (degradedBy) throw degradedBy;
    const ranking = passages.map(({ chunkId, duplicates }) => [
      chunkId,
      ...duplicates.map((same) => same.chunkId),
    ]);
    answers.push({ question, ranking, evidence, candidates });
  }
  return answers;
}

/** What the vectors alone would have answered: the candidates in the order of their cosines. */
function byVectorAlone(answer) {
  const near = answer.candidates.map(({ hit }) => hit).filter(({ legs }) => legs.vector !== null);
  const ranking = near.sort((a, b) => b.legs.vector - a.legs.vector).map(({ chunkId }) => [chunkId]);
  return { ...answer, ranking };
}

/** The figures of some answers: of all kinds, or of one. */
export function measure(answers, kind) {
  const asked = answers.filter(({ question }) => !kind || question.kind === kind);
  const answerable = asked.filter(({ question }) => question.answers.length > 0);
  const over = (value) => mean(answerable.map(({ ranking, question }) => value(ranking, question.answers)));
  return {
    questions: answerable.length,
    ndcg10: over((ranking, truth) => ndcg(ranking, truth, 10)),
    recall1: over((ranking, truth) => recall(ranking, truth, 1)),
    recall5: over((ranking, truth) => recall(ranking, truth, 5)),
    mrr: over(reciprocalRank),
    swapped: answerable.filter(({ ranking, question }) => question.swapped.includes(ranking[0]?.[0])).length,
  };
}

/**
 * How often the evidence misjudges: takes what has no answer for answered, what has one for not sure, and of these what it
 * turns away.
 */
export function measureEvidence(answers) {
  const { gradeEvidence } = dist('retrieval/evidence');
  const share = (asked, isOf) => mean(asked.map(({ evidence }) => (isOf(gradeEvidence(evidence)) ? 1 : 0)));
  const answerable = answers.filter(({ question }) => question.answers.length > 0);
  const unanswerable = answers.filter(({ question }) => question.answers.length === 0);
  return {
    unanswerable: unanswerable.length,
    answeredWrongly: share(unanswerable, (grade) => grade === 'found'),
    refusedWrongly: share(answerable, (grade) => grade !== 'found'),
    turnedAway: share(answerable, (grade) => grade === 'none'),
  };
}
