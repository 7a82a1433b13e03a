// Fits what each feature of a candidate counts: of an answer and another candidate of the same question, how likely each is
// the answer. Prints the weights, and how a set is ranked by weights that were fitted without it.
import { fitLogistic } from './logistic.mjs';
import { mean, ndcg, recall } from './measures.mjs';

const ofWords = [
  'words',
  'ownWords',
  'sentence',
  'numbersMissing',
  'keywordRank',
  'opening',
  'substance',
  'negation',
];
const features = { keyword: [...ofWords, 'keywordShare'], hybrid: ['nearness', 'sameLanguage', ...ofWords] };

/** Features that say much the same share their weight. */
const pull = 0.004;

/** Other candidates an answer is compared with: the strongest by words and meaning together. */
const rivals = 12;

/** Prints weights for `src/retrieval/rankingModels.ts`. */
export function calibrateRanking(runs) {
  for (const way of ['keyword', 'hybrid']) {
    const asked = runs
      .filter((run) => run.way === way)
      .flatMap(({ set, answers }) =>
        answers
          .filter(({ question }) => question.answers.length > 0)
          .map(({ question, candidates }) => ({ set, question, candidates })),
      );
    if (asked.length === 0) continue;
    for (const left of new Set(asked.map(({ set }) => set))) {
      const others = asked.filter(({ set }) => set !== left);
      if (others.length === 0) continue;
      print(
        `${way} ranking, fitted without ${left}, ranks ${left}`,
        fit(others, features[way]),
        asked.filter(({ set }) => set === left),
      );
    }
    const halves = [0, 1].map((half) => asked.filter((_question, at) => at % 2 === half));
    print(
      `${way} ranking, fitted on every other question, ranks the rest`,
      fit(halves[0], features[way]),
      halves[1],
    );
    print(`${way} ranking, fitted on all`, fit(asked, features[way]), asked);
  }
}

function fit(asked, names) {
  const rows = [];
  const truths = [];
  for (const { question, candidates } of asked) {
    const right = question.answers.flat();
    const vectorOf = (candidate) => names.map((name) => candidate.features[name]);
    const answers = candidates.filter(({ hit }) => right.includes(hit.chunkId)).map(vectorOf);
    const others = candidates
      .filter(({ hit }) => !right.includes(hit.chunkId))
      .sort((a, b) => strength(b.features) - strength(a.features))
      .slice(0, rivals)
      .map(vectorOf);
    for (const answer of answers) {
      for (const other of others) {
        const difference = answer.map((value, at) => value - other[at]);
        rows.push(
          difference,
          difference.map((value) => -value),
        );
        truths.push(1, 0);
      }
    }
  }
  const { weights } = fitLogistic(rows, truths, { hasBias: false, pull });
  return Object.fromEntries(names.map((name, at) => [name, Number(weights[at].toFixed(2))]));
}

function strength({ words, keywordRank, nearness }) {
  return words + keywordRank + nearness / 3;
}

function print(title, weights, asked) {
  const rankings = asked.map(({ question, candidates }) => {
    const points = (candidate) =>
      Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * candidate.features[name], 0);
    const ranked = candidates.toSorted((a, b) => points(b) - points(a));
    return { ranking: ranked.map(({ hit }) => [hit.chunkId]), truth: question.answers };
  });
  const gain = mean(rankings.map(({ ranking, truth }) => ndcg(ranking, truth)));
  const first = mean(rankings.map(({ ranking, truth }) => recall(ranking, truth, 1)));
  console.log(`${title}: nDCG@10 ${gain.toFixed(3)}, R@1 ${first.toFixed(3)}`);
  console.log('  ', JSON.stringify(weights));
}
