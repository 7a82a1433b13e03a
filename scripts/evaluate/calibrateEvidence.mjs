// Fits the evidence models: which questions have an answer among what was found. Prints the coefficients, and how a set is
// judged by those that were fitted without it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fitLogistic, logistic } from './logistic.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

const features = ['leastWord', 'lead'];

/** Share of the unanswerable questions that may pass. */
const tolerated = 0.05;

/** Prints coefficients for `src/retrieval/evidenceModels.ts`; the bias puts the tolerated share at a probability of one half. */
export function calibrateEvidence(runs) {
  const { evidenceFeatures } = dist('retrieval/evidenceFeatures');
  for (const way of ['keyword', 'hybrid']) {
    const examples = runs
      .filter((run) => run.way === way)
      .flatMap(({ set, answers }) =>
        answers.map(({ question, candidates }) => ({
          set,
          truth: question.answers.length > 0 ? 1 : 0,
          row: features.map((name) => evidenceFeatures(candidates)[name]),
        })),
      );
    if (examples.length === 0) continue;
    for (const left of new Set(examples.map(({ set }) => set))) {
      const others = examples.filter(({ set }) => set !== left);
      if (others.length === 0) continue;
      print(
        `${way} evidence, fitted without ${left}, judges ${left}`,
        way,
        others,
        examples.filter(({ set }) => set === left),
      );
    }
    const halves = [0, 1].map((half) => examples.filter((_example, at) => at % 2 === half));
    print(`${way} evidence, fitted on every other question, judges the rest`, way, halves[0], halves[1]);
    print(`${way} evidence, fitted on all`, way, examples, examples);
  }
}

function print(title, way, learned, judged) {
  const model = fitLogistic(
    learned.map(({ row }) => row),
    learned.map(({ truth }) => truth),
    { pull: 0.0002 },
  );
  const valuesOf = (examples, wanted) =>
    examples.filter(({ truth }) => truth === wanted).map(({ row }) => logistic(model, row));
  const threshold = valuesOf(learned, 0).sort((a, b) => b - a)[
    Math.floor(valuesOf(learned, 0).length * tolerated)
  ];
  const bias = model.bias - Math.log(threshold / (1 - threshold));
  const yes = valuesOf(judged, 1);
  const no = valuesOf(judged, 0);
  const area =
    yes.reduce((sum, one) => sum + no.filter((other) => one > other).length, 0) / (yes.length * no.length);
  const share = (values) => values.filter((value) => value > threshold).length / values.length;
  const weights = Object.fromEntries(
    features.map((name, at) => [name, Number(model.weights[at].toFixed(2))]),
  );
  console.log(
    `${title}: area under the curve ${area.toFixed(3)}; answered wrongly ${share(no).toFixed(3)}, refused wrongly ${(1 - share(yes)).toFixed(3)}`,
  );
  const away = yes.sort((a, b) => a - b)[Math.floor(yes.length * 0.1)];
  const odds = (away / (1 - away)) * ((1 - threshold) / threshold);
  console.log(`   one in ten of the answerable is below a probability of ${(odds / (1 + odds)).toFixed(2)}`);
  console.log('  ', JSON.stringify({ bias: Number(bias.toFixed(2)), weights }));
}
