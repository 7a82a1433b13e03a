import { Highlight } from '@mantine/core';

/** Letters shown before the first word that was found. */
const lead = 40;

/** A text with the words looked for marked; a long one begins near the first of them. */
export function FoundText({ text, words }: { text: string; words: string[] }) {
  return (
    <Highlight component="span" inherit highlight={words} fz="inherit" fw="inherit">
      {fromFirstFound(text, words)}
    </Highlight>
  );
}

/** The text from a little before the first of the words on. */
export function fromFirstFound(text: string, words: string[]): string {
  const small = text.toLowerCase();
  const places = words.map((word) => small.indexOf(word)).filter((place) => place >= 0);
  const first = Math.min(...places);
  return places.length > 0 && first > 2 * lead ? `…${text.slice(first - lead)}` : text;
}
