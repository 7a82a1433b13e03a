import { shownLine } from './branches';
import { chosenTurn } from './chosenBranch';
import { conversationState } from './conversationStore';
import { askQuestion } from './questions';

/** Asks what goes on from the end of the line that is shown of a chat. */
export function askNext(conversationId: string, text: string): void {
  const last = shownLine(conversationState(conversationId).turns, chosenTurn(conversationId)).at(-1);
  askQuestion({ text, conversationId, parentTurnId: last?.turnId ?? null });
}
