import { bareBrand, substancesOf } from '../analytics/linkNames/nameForms';
import type { NameRepository } from '../repositories/names';
import { runsOf } from '../storage/searchIndex/tokens';
import { initialConsonants } from '../text/initialConsonants';
import { soundKey } from '../text/soundKey';
import { rememberBriefly, type Remembered } from './rememberBriefly';

/** The names a question may use for a product or customer, and the others by which texts call it. */
export interface NameDirectory {
  /** Other names of what the question names: by alias, by 초성 (ㄴㄹㅇㅍ), by sound (Narurivaban, apixaban). */
  otherNames(question: string): string[];
  /** What a text names, each by its first name: also customers that the reader may not know. */
  namesIn(text: string): string[];
  /** Of those the products, which everybody knows. */
  productsIn(text: string): string[];
}

/** One thing and all it is called; the first name is the one texts use most. */
interface Named {
  names: string[];
  isCustomer?: boolean;
}

/** Consonants that 초성 or a sound must have: with fewer, every other word is a name. */
const leastInitials = 3;
const leastSounds = 4;

/** Consonants at the end of a name that one of two spellings may lack. */
const unsaidSounds = 2;

/** Letters by which spellings are looked up: a name has at least these. */
const beginning = 2;

/** Things that may share the 초성 asked for; where more do, the question has not named one. */
const mostByInitials = 5;

/** Milliseconds for which names once read are used: new products and customers are found after that. */
const rememberedMs = 60_000;

/** Names as the company has them now, read at most once a minute. @returns a function that gives the directory, and may be told to forget it. */
export function createNameDirectory(names: NameRepository): Remembered<NameDirectory> {
  return rememberBriefly(rememberedMs, () => readDirectory(names));
}

/** The names of these tables. */
export async function readDirectory(names: NameRepository): Promise<NameDirectory> {
  const [products, customers] = await Promise.all([names.products(), names.customers()]);
  const families = new Map<string, Named>();
  for (const { brand, ingredient, aliases } of products) {
    const family = bareBrand(brand);
    const known = families.get(family) ?? { names: [family] };
    known.names = [...new Set([...known.names, ...substancesOf(ingredient), ...aliases])];
    families.set(family, known);
  }
  return directoryOf([
    ...families.values(),
    ...customers.map(({ name, aliases }) => ({ names: [name, ...aliases], isCustomer: true })),
  ]);
}

/** A directory of the things given. */
export function directoryOf(things: Named[]): NameDirectory {
  const bySpelling = new Map<string, { thing: Named; spelling: string }[]>();
  for (const thing of things) {
    for (const spelling of thing.names.map(compactSpelling).filter(({ length }) => length >= beginning)) {
      const key = spelling.slice(0, beginning);
      bySpelling.set(key, [...(bySpelling.get(key) ?? []), { thing, spelling }]);
    }
  }
  const byInitials = things.map((thing) => ({
    thing,
    initials: thing.names.map((name) => initialConsonants(name).normalize('NFKC')),
  }));
  const bySound = things.flatMap((thing) =>
    thing.names
      .map((name) => ({ name, sound: soundKey(name) }))
      .filter(({ sound }) => sound.length >= leastSounds),
  );

  function named(question: string): Named[] {
    const asked = compactSpelling(question);
    return Array.from(asked, (_letter, at) => asked.slice(at, at + beginning)).flatMap((start, at) =>
      (bySpelling.get(start) ?? [])
        .filter(({ spelling }) => asked.startsWith(spelling, at))
        .map(({ thing }) => thing),
    );
  }

  function namedByInitials(question: string): string[] {
    // As search spells them: a typed ㄴ and the ㄴ that begins a syllable are two characters, and NFKC makes them one.
    return (question.normalize('NFKC').match(/[\u1100-\u1112]+/gu) ?? [])
      .filter((run) => run.length >= leastInitials)
      .flatMap((run) => {
        const found = byInitials.filter(({ initials }) => initials.some((name) => name.startsWith(run)));
        return found.length <= mostByInitials ? found.flatMap(({ thing }) => thing.names) : [];
      });
  }

  function namedBySound(question: string): string[] {
    const words = runsOf(question).filter(({ text }) => /^[a-z]/u.test(text));
    const keys = words.map(({ text }) => soundKey(text)).filter((key) => key.length >= leastSounds);
    return bySound.filter(({ sound }) => keys.some((key) => sameSound(sound, key))).map(({ name }) => name);
  }

  return {
    namesIn: (text) => [...new Set(named(text).map((thing) => thing.names[0]!))],
    productsIn: (text) => [
      ...new Set(named(text).flatMap(({ names, isCustomer }) => (isCustomer ? [] : names[0]!))),
    ],
    otherNames: (question) => [
      ...new Set([
        ...namedByInitials(question),
        ...namedBySound(question),
        ...named(question).flatMap((thing) => thing.names),
      ]),
    ],
  };
}

/** The end of a name is not always said in both languages: 나루아픽 is Naruapix, 나루리바 Narurivaban. */
function sameSound(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > unsaidSounds) return false;
  return one.startsWith(other) || other.startsWith(one);
}

function compactSpelling(text: string): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}
