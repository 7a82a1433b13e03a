/**
 * A spelling of a name. `rank` says how sure it is: 0 is what is written down as a name, 1 a usual short form of it,
 * 2 what is left without the kind of institution.
 */
export interface NameForm {
  text: string;
  rank: 0 | 1 | 2;
}

/** What spellings differ in without being different: spaces, dots between words, hyphens and brackets. */
export const ignoredCharacters = ' ·-()';

const ignored = new RegExp(`[\\s${ignoredCharacters.replace('-', '\\-')}]`, 'gu');

/** A name without the characters that spellings differ in, in lower case. */
export function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(ignored, '');
}

/** How people shorten the official names of institutions. */
const shortenings: [RegExp, string][] = [
  [/소아청소년과의원$/u, '소아과'],
  [/소아청소년과의원$/u, '소아청소년과'],
  [/과의원$/u, '과'],
  [/종합병원$/u, '병원'],
  [/종합병원$/u, '종합'],
  [/대학교병원$/u, '대병원'],
  [/대학교병원$/u, '대학병원'],
  [/대학교(?=.)/u, '대'],
  [/약국$/u, '약'],
];

/** What the kind of an institution is called at the end of its name. */
const institution =
  /(?:상급종합병원|대학교병원|대학병원|종합병원|요양병원|(?:정형외과|내과|외과|한방)?병원|(?:가정의학과|소아청소년과|이비인후과|비뇨의학과|정형외과|신경외과|신경과|피부과|산부인과|안과|치과|마취통증의학과|재활의학과|정신건강의학과|영상의학과|내과|외과)?의원|한의원|보건소|온누리약국|약국|의약품도매|의료재단)$/u;

/** Stems that are everyday words, and so no names by themselves. */
const everydayWords = new Set(
  '우리 제일 하나 최고 으뜸 오늘 이번 가장 전체 서울 경기 중앙 대한 한국 시내 신규 모두 건강 사랑 행복 마디 두루 이룸'.split(
    ' ',
  ),
);

/** The spellings by which a customer is recognised. */
export function customerForms(name: string, aliases: readonly string[], code: string): NameForm[] {
  const official = compact(name);
  const short = shortenings
    .filter(([long]) => long.test(official))
    .map(([long, to]) => official.replace(long, to));
  const stem = official.replace(institution, '');
  return [
    ...[official, compact(code), ...aliases.map(compact)].map((text) => ({ text, rank: 0 as const })),
    ...short.filter((text) => text.length >= 4).map((text) => ({ text, rank: 1 as const })),
    ...(stem.length >= 2 && stem !== official && !everydayWords.has(stem)
      ? [{ text: stem, rank: 2 as const }]
      : []),
  ];
}

const strength = /\s*\d[\d./,]*\s*(?:mg|mcg|g|ml|iu|%).*$/iu;
/** The form of a medicine at the end of its brand. */
const dosageForm =
  /(?:장용정|서방정|츄어블정|츄정|구강붕해정|세미정|서방캡슐|연질캡슐|캡슐|현탁액|건조시럽|시럽|과립|산|크림|연고|겔|패취|패치|점안액|흡입제|주사|주|정)$/u;

/** The brand without its strength, without spaces: 나루암로정. */
export function brandFamily(brand: string): string {
  return compact(brand.replace(strength, ''));
}

/** The brand without strength and form, as people say it: 나루암로. */
export function bareBrand(brand: string): string {
  return brandFamily(brand).replace(dosageForm, '');
}

/** The strength of a brand, without spaces: 5mg, 40/5mg. Empty where it has none. */
export function brandStrength(brand: string): string {
  return compact(strength.exec(brand)?.[0] ?? '');
}

/** The spellings by which a product is recognised; several strengths share those of their family. */
export function productForms(brand: string, aliases: readonly string[], code: string): NameForm[] {
  const family = brandFamily(brand);
  const bare = bareBrand(brand);
  const exact = [compact(brand), bare + brandStrength(brand), compact(code), ...aliases.map(compact)];
  return [
    ...[...exact, family].map((text) => ({ text, rank: 0 as const })),
    ...(bare.length >= 3 && bare !== family ? [{ text: bare, rank: 1 as const }] : []),
  ];
}

/** Acids and metals that make a salt of a substance: nobody says them. */
const salt =
  /(?:염산염|질산염|황산염|인산염|브롬산염|말레산염|푸마르산염|타르타르산염|시트르산염|숙신산염|베실산염|메실산염|토실산염|캄실산염|아세트산염|나트륨|칼륨|칼슘|마그네슘|(?:반|일|이|삼|오|무)?수화물|무수물)$/u;

/** The substances of an ingredient, each without its salt: 로사르탄칼륨·히드로클로로티아지드 has two. */
export function substancesOf(ingredient: string): string[] {
  return ingredient.split(/[·+,/]/u).map((part) => {
    let name = compact(part);
    while (salt.test(name) && name.replace(salt, '').length >= 3) name = name.replace(salt, '');
    return name;
  });
}
