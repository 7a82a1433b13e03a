import { useMemo } from 'react';
import type { Citation } from '../../../shared/chat';
import { askNext } from './askNext';
import { branchesBeside } from './branches';
import { chooseTurn } from './chosenBranch';
import { conversationState } from './conversationStore';
import { askQuestion } from './questions';
import type { TurnActions } from './turnView';

/** What can be done from the turns of a conversation. Each looks up where the conversation stands when it is done. */
export function useTurnActions(
  conversationId: string,
  onOpenCitation: (citation: Citation) => void,
): TurnActions {
  return useMemo(() => {
    const turns = () => conversationState(conversationId).turns;
    return {
      ask(text) {
        askNext(conversationId, text);
      },
      edit({ turnId, parentTurnId }, text) {
        askQuestion({ text, conversationId, parentTurnId, editsTurnId: turnId });
      },
      regenerate({ turnId, parentTurnId, question }) {
        askQuestion({ text: question, conversationId, parentTurnId, regeneratesTurnId: turnId });
      },
      showBranch(turn, place) {
        const beside = branchesBeside(turns(), turn)[place - 1];
        if (beside) chooseTurn(conversationId, beside.turnId);
      },
      openCitation: onOpenCitation,
    };
  }, [conversationId, onOpenCitation]);
}
