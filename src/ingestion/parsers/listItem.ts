const bullet = /^[-*•·▪▫■□○●◦◆◇▶▷※☞✓✔–—]\s+(?=\S)/;
const numbered =
  /^(?:\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*\.(?=[\s가-힣])|[①-⑳]|\(?[가나다라마바사아자차카타파하][.)](?=\s)|\(?[a-z][.)](?=\s))\s*(?=\S)/;

/** The text of a line that begins a list item: without its bullet, but with its number, which people refer to. */
export function readListItem(line: string): string | null {
  if (bullet.test(line)) return line.replace(bullet, '');
  return numbered.test(line) ? line : null;
}

/** Whether a line begins with a bullet, which cannot be part of a sentence as a number can. */
export function hasBullet(line: string): boolean {
  return bullet.test(line);
}

/** Whether a text is nothing but the mark of a list item. */
export function isListMark(text: string): boolean {
  return text.length <= 4 && (readListItem(`${text} x`)?.endsWith('x') ?? false);
}
