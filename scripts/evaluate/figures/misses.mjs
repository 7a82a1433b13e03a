/** Prints the questions that were not answered rightly, with what came instead: of one half, or of both. */
export function printMisses(judged, half) {
  const misses = judged.filter(
    ({ question, outcome }) => outcome !== 'right' && (!half || question.half === half),
  );
  for (const { question, answer, outcome, note } of misses) {
    console.log(
      `${question.id} ${question.kind} ${question.as} ${question.half}: ${outcome}${note ? `, ${note}` : ''}`,
    );
    console.log(`  ${question.after ? `(after ${question.after}) ` : ''}${question.question}`);
    for (const { title, definition, scope, rows } of answer.tables) {
      console.log(`  table: ${title} | ${definition} | ${scope} | ${rows.length} rows`);
      console.log(`    ${JSON.stringify(rows.slice(0, 2))}`);
    }
    console.log(`  said: ${JSON.stringify(answer.text.slice(0, 200))}`);
  }
}
