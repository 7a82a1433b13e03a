import type { TurnToReview } from '../../repositories/turnsToReview';
import type { FlagReason, RuleCondition } from '../../shared/review';

/** Whether a turn meets all that a rule asks. @returns what of it was found; null: it does not. */
export function meetsRule(turn: TurnToReview, condition: RuleCondition): Pick<FlagReason, 'words'> | null {
  const { tool, productCodes, status, overKrw, overMs } = condition;
  const words = condition.words && wordsFound(turn, condition.words, condition.wordsIn);
  const isMet =
    words?.length !== 0 &&
    (tool === undefined || turn.toolCalls.some(({ name }) => name === tool)) &&
    (productCodes === undefined || turn.productCodes.some((code) => productCodes.includes(code))) &&
    (status === undefined || turn.status === status) &&
    (overKrw === undefined || (turn.costKrw !== null && turn.costKrw > overKrw)) &&
    (overMs === undefined || turn.ms > overMs);
  return isMet ? (words ? { words } : {}) : null;
}

function wordsFound(
  { question, answer }: TurnToReview,
  words: string[],
  place: RuleCondition['wordsIn'],
): string[] {
  const texts = [...(place === 'answer' ? [] : [question]), ...(place === 'question' ? [] : [answer])].map(
    comparable,
  );
  return words.filter((word) => texts.some((text) => text.includes(comparable(word))));
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
