/** Prints the questions whose answer is not first, with what was. */
export function printMisses(runs) {
  for (const { set, engine, way, answers } of runs) {
    for (const { question, ranking, evidence, candidates } of answers) {
      if (question.answers.length === 0) continue;
      const right = question.answers.flat();
      const rank = ranking.findIndex((ids) => ids.some((id) => right.includes(id))) + 1;
      if (rank === 1) continue;
      console.log(
        `${set} ${engine} ${way} ${question.id} ${question.kind} rank ${rank || '-'} evidence ${evidence.toFixed(2)}`,
      );
      console.log(`  ${question.question}`);
      console.log(`  first: ${ranking[0]?.[0]} ${firstText(candidates, ranking[0]?.[0])}`);
      console.log(`  right: ${right[0]}`);
    }
  }
}

function firstText(candidates, id) {
  const found = candidates.find(({ hit }) => hit.chunkId === id)?.hit;
  return found ? JSON.stringify(found.text.slice(0, 80)) : '';
}
