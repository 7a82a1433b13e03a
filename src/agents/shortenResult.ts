import { maximumToolResultCharacters } from './limits';

/** A tool result as a model is shown it: one that is too long is cut, and says so. */
export function shortenResult(content: string): string {
  if (content.length <= maximumToolResultCharacters) return content;
  return `${content.slice(0, maximumToolResultCharacters)}\n[cut: ${content.length} characters in all; ask for less]`;
}
