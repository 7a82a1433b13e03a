/** Sounds that Korean and Latin spellings of one name share; vowels, ㅎ and a silent ㅇ are left out. */
const sounds: [sound: string, letters: string][] = [
  ['k', 'ㄱㄲㅋkgcq'],
  ['n', 'ㄴn'],
  ['t', 'ㄷㄸㅌtd'],
  ['r', 'ㄹrl'],
  ['m', 'ㅁm'],
  ['p', 'ㅂㅃㅍpbvf'],
  ['s', 'ㅅㅆㅈㅉㅊszj'],
];
const soundOf = new Map(
  sounds.flatMap(([sound, letters]) => Array.from(letters, (letter) => [letter, sound] as const)),
);

/**
 * How a name sounds, as its consonants: 나루리바반 and Narurivaban are both `nrrppn`, 아픽사반 and apixaban `pkspn`. A foreign
 * name is written in Korean by its sound, so the keys meet where the spellings cannot. The same sound twice with no vowel
 * between counts once, since Korean writes 글리 where Latin letters have `gli`.
 */
export function soundKey(name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/ch/gu, 's')
    .replace(/th/gu, 't')
    .replace(/x/gu, 'ks')
    .normalize('NFD')
    .replace(/[\u1100-\u1112]/gu, (letter) => initials[letter.charCodeAt(0) - 0x1100]!)
    .replace(/[\u11a8-\u11c2]/gu, (letter) => finals[letter.charCodeAt(0) - 0x11a8]!);
  const heard = Array.from(letters, (letter) => soundOf.get(letter) ?? ' ').join('');
  return heard.replace(/(\S)\1+/gu, '$1').replaceAll(' ', '');
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Of a pair at the end of a syllable the one that is heard. */
const finals = 'ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㅅㅅㅇㅈㅊㅋㅌㅍㅎ';
