import type { Language } from '../shared/problem';

/** Share of Hangul among the letters from which a text is Korean: Korean business texts are full of Latin names and units. */
const koreanShare = 0.15;

/** The language a passage or question is mostly written in. */
export function textLanguage(text: string): Language {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const korean = text.match(/[가-힣]/gu)?.length ?? 0;
  return korean >= letters * koreanShare ? 'ko' : 'en';
}
