import { findMasked, replaced, type MaskRule } from './maskText';
import { openAt } from './openAt';

/** Text on its way to a reader, masked as the whole of it would be. */
export interface StreamedMask {
  /** @returns what may go on now: with what was held back before, without what may yet turn out to be personal data. */
  push(delta: string): string;
  /** @returns what was held back; nothing more belongs to it. */
  rest(): string;
}

/** How much of what has gone on already tells what a number behind it is, in characters. */
const lookBack = 96;

/**
 * Masks a text that comes in pieces. A number may be parted between two of them, and a word behind a name says whose it is: so
 * the end of the text is held back for as long as it may be the beginning of personal data, and nothing else is.
 */
export function openStreamedMask(rule: MaskRule): StreamedMask {
  /** What has gone on, as far as it is looked back to, and then what has not. */
  let text = '';
  let sent = 0;

  const sendUpTo = (wanted: number, found = findMasked(text, rule)): string => {
    const cut = found.find(({ start, end }) => start < wanted && end > wanted);
    const to = Math.max(sent, cut ? cut.start : wanted);
    const out = replaced(text, found, sent, to);
    const from = Math.max(0, to - lookBack);
    text = text.slice(from);
    sent = to - from;
    return out;
  };

  return {
    push(delta) {
      text += delta;
      const open = openAt(text, sent);
      return open <= sent ? '' : sendUpTo(open);
    },
    rest() {
      const out = sendUpTo(text.length);
      text = '';
      sent = 0;
      return out;
    },
  };
}
