const bullet = /^[-*•·▪▫■□○●◦◆◇▶▷※☞✓✔–—]\s+(?=\S)/;
const numbered = /^(?:\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*\.|[①-⑳]|\(?[가나다라마바사아자차카타파하][.)]|\(?[a-z]\)|[a-z]\.)\s*(?=\S)/;

/** Whether a line begins a list item, and its text: without a bullet, but with its number, which people refer to. */
export function readListItem(line: string): string | null {
  if (bullet.test(line)) return line.replace(bullet, '');
  return numbered.test(line) && !/^\d+(?:\.\d+)+$/.test(line) ? line : null;
}
