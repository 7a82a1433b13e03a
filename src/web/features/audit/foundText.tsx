import { Highlight } from '@mantine/core';
import { fromFirstFound } from './fromFirstFound';

/** A text with the words looked for marked; a long one begins near the first of them. */
export function FoundText({ text, words }: { text: string; words: string[] }) {
  return (
    <Highlight component="span" inherit highlight={words} fz="inherit" fw="inherit">
      {fromFirstFound(text, words)}
    </Highlight>
  );
}
