import type { KeyboardEvent } from 'react';

/** A finger has no Shift+Enter: there Enter makes a line, and the button to send is beside it. */
export const hasKeyboard = window.matchMedia('(hover: hover)').matches;

/** What a key is to a browser while an input method still works on it; Safari says it of the Enter that ends a syllable. */
const composingKeyCode = 229;

/** Enter sends and Shift+Enter makes a line. While Korean is being composed, Enter ends the syllable and must not send. */
export function isSendKey({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it in Safari
  const isComposing = nativeEvent.isComposing || nativeEvent.keyCode === composingKeyCode;
  return hasKeyboard && key === 'Enter' && !shiftKey && !isComposing;
}
