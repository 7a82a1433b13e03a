/** How the planner's texts and a model that keeps to its prompt say that they do not know or may not tell. */
const noAnswers = [
  /근거(?:를|가)?\s*(?:찾지\s*못|찾을\s*수\s*없|없습니다)/u,
  /(?:찾지\s*못했습니다|찾을\s*수\s*없(?:습니다|었습니다))/u,
  /이해하지\s*못했습니다/u,
  /(?:답|답변)(?:을|를)?\s*(?:드릴|할)\s*수\s*없|답변(?:을|를)?\s*드리기\s*어렵/u,
  /(?:알|볼|확인할|제공할)\s*수\s*없습니다/u,
  /권한이\s*없/u,
  /no (?:sure )?evidence/iu,
  /(?:cannot|can't|could not|couldn't|unable to) (?:answer|find|tell|provide|help)/iu,
  /(?:do|did) not (?:know|understand|find)/iu,
  /(?:may|are) not (?:see|allowed)/iu,
];

/** Whether an answer says in words that it gives none. */
export function saysNoAnswer(answer: string): boolean {
  return noAnswers.some((words) => words.test(answer));
}
