/** The letters that begin a Korean syllable, in the order of Unicode. */
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

const firstSyllable = 0xac00;
const syllablesOfAnInitial = 588;

/** The 초성 of a text, syllable by syllable (나루 gives ㄴㄹ); what is no Korean syllable stays. */
export function initialConsonants(text: string): string {
  return text.replace(
    /[가-힣]/gu,
    (syllable) => initials[Math.floor((syllable.charCodeAt(0) - firstSyllable) / syllablesOfAnInitial)]!,
  );
}
