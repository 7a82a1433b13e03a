/**
 * Characters that are drawn as nothing or as something else than they are: control characters, which terminals obey, the
 * overrides of writing direction, and the tags of Unicode, in which whole sentences hide.
 */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** A text without what its reader could not see; half of a surrogate pair is drawn as the sign for it. */
export function readableText(text: string): string {
  return text.toWellFormed().replace(unseen, '');
}

/** The same of a text that comes in pieces, between which a pair of surrogates may be parted. */
export function openReadableText(): (piece: string) => string {
  let held = '';
  return (piece) => {
    const text = held + piece;
    held = /[\uD800-\uDBFF]$/u.test(text) ? text.slice(-1) : '';
    return readableText(text.slice(0, text.length - held.length));
  };
}
