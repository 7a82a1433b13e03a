import { useMemo } from 'react';
import type { Citation } from '../../../shared/chat';
import { branchesBeside, shownLine } from './branches';
import { chosenTurn, chooseTurn } from './chosenBranch';
import { conversationState } from './conversationStore';
import { askQuestion } from './questions';
import type { TurnActions } from './turnView';

interface Told {
  onOpenCitation: (citation: Citation) => void;
  onAsked: () => void;
}

/** What can be done from the turns of a conversation. Each looks up where the conversation stands when it is done. */
export function useTurnActions(conversationId: string, { onOpenCitation, onAsked }: Told): TurnActions {
  return useMemo(() => {
    const turns = () => conversationState(conversationId).turns;
    return {
      ask(text) {
        const last = shownLine(turns(), chosenTurn(conversationId)).at(-1);
        askQuestion({ text, conversationId, parentTurnId: last?.turnId ?? null });
        onAsked();
      },
      edit({ turnId, parentTurnId }, text) {
        askQuestion({ text, conversationId, parentTurnId, editsTurnId: turnId });
        onAsked();
      },
      regenerate({ turnId, parentTurnId, question }) {
        askQuestion({ text: question, conversationId, parentTurnId, regeneratesTurnId: turnId });
        onAsked();
      },
      showBranch(turn, place) {
        const beside = branchesBeside(turns(), turn)[place - 1];
        if (beside) chooseTurn(conversationId, beside.turnId);
      },
      openCitation: onOpenCitation,
    };
  }, [conversationId, onOpenCitation, onAsked]);
}
