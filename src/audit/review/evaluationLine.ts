import type { EvaluationCaseDto } from '../../shared/review';

/**
 * A case as a line of a file. Its first members are those of `samples/evaluation/*.jsonl`, so that `npm run eval:retrieval --
 * --cases=<file>` reads the cases about documents; `npm run eval:cases` reads all of them.
 */
export function evaluationLine(row: EvaluationCaseDto) {
  const { id, turnId, expects, question, askedBy, askedOn, answer, passages, tables } = row;
  return {
    id: `turn-${id}`,
    kind: expects === 'no_answer' ? 'unanswerable' : 'from-turn',
    question,
    answers: passages.map(({ file, quote }) => ({ file, quote })),
    as: askedBy.employeeNo,
    askedOn,
    expects,
    answer,
    passages,
    tables,
    turnId,
  };
}
