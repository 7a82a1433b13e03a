import type { KeyboardEvent } from 'react';

/** Enter sends and Shift+Enter makes a line. While Korean is being composed, Enter ends the syllable and must not send. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
}
