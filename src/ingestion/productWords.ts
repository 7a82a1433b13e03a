import type { ProductNames } from '../repositories/names';
import { searchWordPattern } from '../shared/searchIndex';
import type { IndexWord } from '../storage/searchIndex/indexRecipe';

/** Ends of a brand that say how it is taken, longest first: who asks for 나루암로 means 나루암로정. */
const dosageForms = byLength(
  `정 서방정 이지정 장용정 츄정 츄어블정 확산정 구강붕해정 구강정 필름정 캡슐 서방캡슐 연질캡슐 장용캡슐 시럽 건조시럽 현탁액 액 과립
   산 세립 주 주사 주사액 점안액 점비액 연고 크림 겔 로션 패취 패치 좌제 흡입제 에어로솔 스프레이`,
);

/** Ends of an ingredient that name its salt or hydrate, longest first: who asks for 암로디핀 means 암로디핀베실산염. */
const salts = byLength(
  `베실산염 캄실산염 염산염 황산염 황산수소염 인산염 시트르산염 구연산염 말레산염 말레인산염 메실산염 푸마르산염 타르타르산염
   주석산염 아세트산염 숙신산염 질산염 브롬화수소산염 나트륨 칼륨 칼슘 마그네슘 아르기닌 메글루민 트로메타민 수화물 일수화물
   이수화물 삼수화물 무수물`,
);

/** A shorter name would be taken for part of other words, wherever its letters stand. */
const shortestName = 3;

/**
 * The words that brands, ingredients and aliases of products are made of, as the index keeps them: without strengths, each
 * with its stem, where what follows is a form or a salt.
 */
export function productWords(
  products: Pick<ProductNames, 'brand' | 'ingredient' | 'aliases'>[],
): IndexWord[] {
  const words = products.flatMap(({ brand, ingredient, aliases }) => [
    ...namesIn(brand).flatMap((name) => withStem(name, dosageForms)),
    ...namesIn(ingredient).flatMap((name) => withStem(name, salts)),
    ...aliases.flatMap(namesIn).map(whole),
  ]);
  const byWord = new Map<string, IndexWord>();
  for (const word of words) {
    if (!byWord.get(word.word)?.parts.length) byWord.set(word.word, word);
  }
  return [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** Korean names; what else stands beside them (`5/10mg`, Latin) the analysis keeps whole by itself. */
function namesIn(text: string): string[] {
  return (text.normalize('NFC').match(/\p{sc=Hangul}+/gu) ?? []).filter(
    (name) => name.length >= shortestName && searchWordPattern.test(name),
  );
}

function withStem(name: string, endings: string[]): IndexWord[] {
  const ending = endings.find(
    (candidate) => name.endsWith(candidate) && name.length - candidate.length >= shortestName,
  );
  if (!ending) return [whole(name)];
  const stem = name.slice(0, -ending.length);
  return [{ word: name, parts: [stem, ending] }, whole(stem)];
}

function whole(word: string): IndexWord {
  return { word, parts: [] };
}

function byLength(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);
}
