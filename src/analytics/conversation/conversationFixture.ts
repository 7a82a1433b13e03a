import { knownNames, linkKnownNames } from '../knownNamesFixture';
import { now, rep } from '../understand/questionsFixture';
import type { Person } from '../understand/queryParts';
import { understandQuestion } from '../understand/understandQuestion';

/** Asks the questions of a conversation one after the other. @returns what the last one was understood as. */
export function converse(questions: string[], employee: Person = rep) {
  const asked = questions.map((question) => ({
    question,
    names: linkKnownNames(question, knownNames),
    now,
  }));
  const { question, ...last } = asked.at(-1)!;
  return understandQuestion(question, { ...last, employee, earlier: asked.slice(0, -1) });
}
