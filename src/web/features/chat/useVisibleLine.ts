import { useMemo } from 'react';
import { lineTo, shownLine } from './branches';
import { useChosenTurn } from './chosenBranch';
import type { ConversationState, Turn } from './conversationState';
import type { UnsentQuestion } from './outbox';
import { useUnsentQuestion } from './questions';

interface VisibleLine {
  line: Turn[];
  /** The question on its way, which stands at the end of the line. */
  unsent?: UnsentQuestion;
  /** True while a turn that the line leads through is among the messages that were not read yet. */
  incomplete: boolean;
}

/** What is shown of a conversation: the line the reader chose, or the one that leads to a question on its way. */
export function useVisibleLine(
  conversationId: string,
  { turns, olderCursor }: ConversationState,
): VisibleLine {
  const chosen = useChosenTurn(conversationId);
  const unsent = useUnsentQuestion(conversationId);
  const line = useMemo(
    () => (unsent ? lineTo(turns, unsent.parentTurnId) : shownLine(turns, chosen)),
    [turns, unsent, chosen],
  );
  const needed = unsent ? unsent.parentTurnId : chosen;
  const incomplete = useMemo(
    () => needed !== null && olderCursor !== null && !turns.some(({ turnId }) => turnId === needed),
    [needed, olderCursor, turns],
  );
  return { line, unsent, incomplete };
}
