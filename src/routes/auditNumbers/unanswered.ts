import type { FailedTurn } from '../../repositories/auditNumbers';
import type { FailedQuestions } from '../../shared/auditNumbers';
import { groupQuestions } from '../search/contentGapsGrouping';

/** Wordings shown of one group. */
const maximumExamples = 5;

/** Questions of turns that came to no answer, alike ones together, most asked first. @param turns newest first */
export function groupFailed(turns: FailedTurn[]): FailedQuestions[] {
  return groupQuestions(turns.map((turn) => ({ ...turn, searchedFor: turn.question }))).map(
    ({ questions }) => {
      const codes = new Map<string, number>();
      for (const { errorCode } of questions) {
        const code = errorCode ?? 'internal';
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      return {
        question: questions[0]!.question,
        count: questions.length,
        people: new Set(questions.map(({ employeeNo }) => employeeNo)).size,
        errorCodes: [...codes].sort(([, a], [, b]) => b - a).map(([code]) => code),
        lastAskedAt: questions[0]!.askedAt.toISOString(),
        examples: questions.slice(0, maximumExamples).map(({ question, askedAt, turnId }) => ({
          ...{ question, turnId },
          askedAt: askedAt.toISOString(),
        })),
      };
    },
  );
}
