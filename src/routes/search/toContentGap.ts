import type { UnansweredQuestion } from '../../repositories/contentGaps';
import type { ContentGap } from '../../shared/search';

/** Wordings shown of one group. */
const maximumExamples = 5;

/**
 * Questions that ask for the same thing, as one.
 * @param questions of one group, newest first
 * @param namesPeople people and turns are named, to auditors
 */
export function toContentGap(questions: UnansweredQuestion[], namesPeople: boolean): ContentGap {
  const [latest] = questions as [UnansweredQuestion];
  const askers = new Map(questions.map(({ employeeNo, employeeName }) => [employeeNo, employeeName]));
  const wordings = new Map(questions.toReversed().map((question) => [question.question, question]));
  return {
    question: latest.searchedFor,
    count: questions.length,
    people: askers.size,
    lastAskedAt: latest.askedAt.toISOString(),
    examples: [...wordings.values()]
      .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
      .slice(0, maximumExamples)
      .map(({ question, askedAt, turnId }) => ({
        question,
        askedAt: askedAt.toISOString(),
        ...(namesPeople ? { turnId } : {}),
      })),
    nearestTitle: questions.find(({ nearestTitle }) => nearestTitle !== null)?.nearestTitle ?? null,
    ...(namesPeople ? { askedBy: [...askers].map(([employeeNo, name]) => ({ employeeNo, name })) } : {}),
  };
}
