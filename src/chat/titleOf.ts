import { titleLength } from './limits';

/** What people say before they ask. */
const opening =
  /^(?:안녕하(?:세요|십니까)|안녕|수고\s?(?:하십니다|하세요|많으십니다)|저기요?|저|혹시|실례지만|질문\s?(?:이\s?)?있(?:어요|습니다|는데요?)|궁금한\s?게\s?있(?:어요|습니다|는데요?)|hello|hi|hey|good (?:morning|afternoon)|please|(?:could|can|would) you(?: please)?|tell me|show me|give me|i (?:want|would like|need) to know)(?![\p{L}\p{N}])[\s,.!?~:]*/iu;

const asking =
  '(?:알려|보여|말해|설명해|정리해|요약해|찾아|뽑아|조회해|확인해|비교해)\\s?(?:줄래요?|줘요?|주세요|주십시오|주시겠어요|주실래요|주실\\s?수\\s?있(?:나요|을까요|어요)|달라고|드려)?';

/** What people say behind what they ask, with the particle before it. */
const closing = new RegExp(
  `(?:[은는을를]?\\s*(?:좀|한\\s?번)?\\s*(?:${asking}|부탁(?:해요?|드려요|드립니다|합니다|드릴게요)|궁금(?:해요?|합니다)|얼마(?:야|예요|에요|인가요|죠|지)|뭐(?:야|예요|죠)|무엇인가요|감사합니다|고마워요?)|(?<=[\\p{L}\\p{N}])[은는](?=\\s*\\?)|,?\\s*(?:please|thanks|thank you))?[\\s.?!~]*$`,
  'iu',
);

/** The title of a chat, until its owner gives another: its first question without what is said out of politeness. */
export function titleOf(question: string): string {
  // Nothing behind this is in the title.
  const line = question
    .slice(0, 5 * titleLength)
    .replace(/\s+/gu, ' ')
    .trim();
  const told = withoutEnd(withoutStart(line));
  return cutAtWord(/[\p{L}\p{N}]{2}/u.test(told) ? told : line);
}

function withoutStart(text: string): string {
  const rest = text.replace(opening, '');
  return rest === text ? text : withoutStart(rest);
}

function withoutEnd(text: string): string {
  const rest = text.replace(closing, '');
  return rest === text ? text : withoutEnd(rest);
}

/** No longer than a title may be; the last word is whole where there are words. */
function cutAtWord(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= titleLength) return text;
  const piece = letters.slice(0, titleLength - 1).join('');
  const space = piece.lastIndexOf(' ');
  return `${space > titleLength / 2 ? piece.slice(0, space) : piece}…`;
}
