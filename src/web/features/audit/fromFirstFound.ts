/** Letters shown before the first word that was found. */
const lead = 40;

/** The text from a little before the first of the words on. */
export function fromFirstFound(text: string, words: string[]): string {
  const small = text.toLowerCase();
  const places = words.map((word) => small.indexOf(word)).filter((place) => place >= 0);
  const first = Math.min(...places);
  return places.length > 0 && first > 2 * lead ? `…${text.slice(first - lead)}` : text;
}
