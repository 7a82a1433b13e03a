import type { EvaluationCaseDto } from '../../shared/review';

/** A case as a line of a file; its first members are those of `samples/evaluation/*.jsonl`, then comes what only a turn has. */
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
