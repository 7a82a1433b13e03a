/**
 * What a search for text asks for, in small letters: its words, and what stands in quotes as it stands there. Each has to be found, also
 * inside another word, so that 아픽정 finds 아픽정은.
 */
export function wordsOf(q: string): string[] {
  const parts =
    q
      .normalize('NFC')
      .toLowerCase()
      .match(/"[^"]+"|[^\s"]+/gu) ?? [];
  return [...new Set(parts.map((part) => part.replaceAll('"', '').trim()).filter((part) => part !== ''))];
}
