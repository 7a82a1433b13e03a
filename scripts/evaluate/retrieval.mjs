// `npm run eval:retrieval`: how well passages are found, over the samples and over general text, by keyword, vector and both,
// on the embedded index and on OpenSearch (OPENSEARCH_URL), with the model of EMBEDDINGS_URL.
//   --report     writes docs/retrieval.md and its plots
//   --check      fails where a figure is below its floor (floors.json)
//   --calibrate  fits the evidence models anew and prints their coefficients
//   --misses     prints each question whose answer is not first
import { createRequire } from 'node:module';
import path from 'node:path';
import { calibrateEvidence } from './calibrateEvidence.mjs';
import { calibrateRanking } from './calibrateRanking.mjs';
import { checkFloors } from './checkFloors.mjs';
import { embedOnce } from './embedOnce.mjs';
import { loadGeneralSet } from './generalSet.mjs';
import { askSet, measure, measureEvidence } from './measureSet.mjs';
import { printMisses } from './misses.mjs';
import { writeReport } from './report.mjs';
import { sampleNames } from './sampleNames.mjs';
import { loadSampleSet } from './sampleSet.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));
const wants = (option) => process.argv.includes(`--${option}`);

const model = dist('llm/createEmbeddings').createEmbeddings(dist('env').readEnv());
const embeddings = model && embedOnce(model, path.resolve('data', 'evaluation'));
const directory = await sampleNames();
const sets = [await loadSampleSet(), loadGeneralSet()];
const runs = [];
for (const set of sets) runs.push(...(await askSet(set, embeddings, directory)));
embeddings?.save();

const figures = runs.map(({ set, engine, way, answers }) => ({
  set,
  engine,
  way,
  ...measure(answers),
  kinds: Object.fromEntries(kindsOf(answers).map((kind) => [kind, measure(answers, kind)])),
  evidence: way === 'vector' ? null : measureEvidence(answers),
}));
console.table(
  figures.map(({ set, engine, way, ndcg10, recall1, recall5, mrr, swapped, evidence }) => ({
    set,
    engine,
    way,
    'nDCG@10': rounded(ndcg10),
    'R@1': rounded(recall1),
    'R@5': rounded(recall5),
    MRR: rounded(mrr),
    swapped,
    'answered wrongly': rounded(evidence?.answeredWrongly),
    'not sure': rounded(evidence?.refusedWrongly),
    'turned away': rounded(evidence?.turnedAway),
  })),
);
if (wants('misses')) printMisses(runs);
if (wants('calibrate')) {
  calibrateRanking(runs);
  calibrateEvidence(runs);
}
if (wants('report')) writeReport(figures, { sets, model: model?.name ?? null });
if (wants('check')) process.exitCode = checkFloors(figures) ? 0 : 1;

function kindsOf(answers) {
  return [...new Set(answers.map(({ question }) => question.kind))].filter((kind) => kind !== 'unanswerable');
}

function rounded(value) {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}
