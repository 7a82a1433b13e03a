// Logistic regression by gradient descent, with a light pull towards zero: some thousand examples of ten features.

const rate = 0.5;
const steps = 3000;

/**
 * @param rows one array of features an example
 * @param truths 1 or 0 for each
 * @param options `pull` towards zero; `hasBias`: false fits a line through zero, for differences
 * @returns {{bias: number, weights: number[]}}; the two classes count the same, however many examples each has
 */
export function fitLogistic(rows, truths, { hasBias = true, pull }) {
  const positives = truths.reduce((sum, truth) => sum + truth, 0);
  const shareOf = (truth) => truths.length / (2 * (truth ? positives : truths.length - positives));
  let bias = 0;
  const weights = rows[0].map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    let biasSlope = 0;
    const slopes = weights.map((weight) => pull * weight);
    rows.forEach((row, at) => {
      const error = (shareOf(truths[at]) * (logistic({ bias, weights }, row) - truths[at])) / rows.length;
      biasSlope += error;
      row.forEach((value, feature) => (slopes[feature] += error * value));
    });
    if (hasBias) bias -= rate * biasSlope;
    slopes.forEach((slope, feature) => (weights[feature] -= rate * slope));
  }
  return { bias, weights };
}

export function logistic({ bias, weights }, row) {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at], bias)));
}
