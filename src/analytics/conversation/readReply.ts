import type { AmbiguousName, Candidate } from '../linkNames/linkedNames';
import { compact } from '../linkNames/nameForms';
import { normalizeQuestion } from '../normalizeQuestion';

const ordinals: RegExp[] = [
  /(?<![가-힣\d])(?:첫\s*번?째|1\s*번(?:째)?|일\s*번|첫째|맨?\s*앞|하나|1)(?![\d])|(?<![a-z])(?:the\s+)?(?:first|1st|number\s+one)(?![a-z])/u,
  /(?<![가-힣\d])(?:두\s*번째|2\s*번(?:째)?|이\s*번|둘째|2)(?![\d])|(?<![a-z])(?:the\s+)?(?:second|2nd|number\s+two|latter)(?![a-z])/u,
  /(?<![가-힣\d])(?:세\s*번째|3\s*번(?:째)?|삼\s*번|셋째|3)(?![\d])|(?<![a-z])(?:the\s+)?(?:third|3rd|number\s+three)(?![a-z])/u,
  /(?<![가-힣\d])(?:네\s*번째|4\s*번(?:째)?|사\s*번|넷째|4)(?![\d])|(?<![a-z])(?:the\s+)?(?:fourth|4th)(?![a-z])/u,
  /(?<![가-힣\d])(?:다섯\s*번째|5\s*번(?:째)?|오\s*번|다섯째|5)(?![\d])|(?<![a-z])(?:the\s+)?(?:fifth|5th)(?![a-z])/u,
];
const last = /(?:맨\s*)?(?:마지막|끝)|(?<![a-z])(?:the\s+)?last(?![a-z])/u;
const yes =
  /^\s*(?:네|예|응|어|넵|넹|그래|맞아|맞습니다|맞아요|그거|그렇(?:습니다|죠|지)|yes|yeah|yep|right|correct)(?:요|아|습니다)?\s*[.!~]*\s*$/u;
/** What goes round a choice and says nothing more. */
const around =
  /(?:보여|알려|해)\s*(?:줘|주세요)|말(?:이야|입니다)|(?<![a-z])(?:in|at|from|of|the|one|please|i\s+mean)(?![a-z])|네|응|아|(?:에\s*)?(?:있는|위치한|소속)?\s*(?:거|것|꺼|곳|데|쪽|사람|분|병원|의원|제품)?\s*(?:이에요|예요|이요|입니다|이야|으로|로|요|야|을|를|의|은|는|에|만)?/gu;

/**
 * The candidate a reply to a question back means: by its place in the list, its name or code, or what tells it apart (the
 * region, the team). Null where the reply says more than that, and so is a question of its own.
 */
export function readReply(reply: string, { matched, candidates, isNear }: AmbiguousName): Candidate | null {
  const text = normalizeQuestion(reply).trim();
  if (yes.test(text)) return isNear && candidates.length === 1 ? candidates[0]! : null;
  const named = candidates.filter((candidate) => names(text, candidate, matched));
  if (named.length === 1) return named[0]!;
  if (named.length > 1) return null;
  const at = ordinals.findIndex((pattern) => isAll(text, pattern));
  if (at >= 0) return candidates[at] ?? null;
  return isAll(text, last) ? candidates.at(-1)! : null;
}

/** Whether a reply is a candidate's name, code or detail, or a word of the detail, and nothing else. */
function names(text: string, { codes, name, detail }: Candidate, matched: string): boolean {
  const places = detail.split(/[\s,]+/u).flatMap((word) => [word, word.replace(/[시군구]$/u, '')]);
  const parts = [name, ...codes, detail, matched, ...places]
    .map((part) => compact(part))
    .filter((part) => part.length > 1)
    .sort((a, b) => b.length - a.length);
  const said = compact(text);
  const telling = parts.filter((part) => part !== compact(matched) && said.includes(part));
  const rest = parts.reduce((left, part) => left.replace(part, ' '), said);
  return telling.length > 0 && isNothing(rest);
}

function isAll(text: string, pattern: RegExp): boolean {
  return pattern.test(text) && isNothing(text.replace(pattern, ' '));
}

function isNothing(text: string): boolean {
  return !/[가-힣a-z0-9]/u.test(text.replace(around, ' '));
}
