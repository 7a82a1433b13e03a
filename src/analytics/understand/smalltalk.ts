import { contentWords } from '../../storage/searchIndex/questionWords';
import { greeting, helpRequest, thanks } from './lexicon';

/** Whether a question only greets, thanks or asks for help. @param text normalised, see `normalizeQuestion`. */
export function isSmalltalk(text: string): boolean {
  if (helpRequest.test(text)) return true;
  const rest = withoutPleasantries(text);
  return rest !== text && contentWords(rest).length === 0;
}

function withoutPleasantries(text: string): string {
  const rest = text
    .replace(greeting, '')
    .replace(thanks, '')
    .replace(/^[\s!.,~?]+/u, '');
  return rest === text ? text : withoutPleasantries(rest);
}
