/**
 * Prints the questions that were not answered rightly, with what came instead, those that went wrong alike together.
 * @param half `dev` or `held-out`; missing: both
 */
export function printMisses(judged, half) {
  const misses = judged.filter(
    ({ question, outcome }) => outcome !== 'right' && (!half || question.half === half),
  );
  for (const cause of [...new Set(misses.map(causeOf))].sort()) {
    const alike = misses.filter((miss) => causeOf(miss) === cause);
    console.log(`\n== ${cause}: ${alike.length}`);
    alike.forEach(printMiss);
  }
}

function causeOf({ question, outcome }) {
  return `${outcome}, ${question.set}, ${question.kind}`;
}

function printMiss({ question, answer, note }) {
  const { id, as, after, half } = question;
  console.log(`${id} by ${as}, ${half}${after ? `, after ${after}` : ''}: ${question.question}`);
  if (note) console.log(`  ${note}`);
  for (const { title, definition, scope, rows } of answer.tables) {
    console.log(`  table: ${title} | ${definition} | ${scope} | ${rows.length} rows`);
    console.log(`    ${JSON.stringify(rows.slice(0, 2)).slice(0, 400)}`);
  }
  console.log(`  said: ${JSON.stringify(answer.text.slice(0, 240))}`);
}
