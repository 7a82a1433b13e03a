import enRest from './en/rest';
import enStart from './en/start';
import koRest from './ko/rest';
import koStart from './ko/start';

const en = { ...enStart, ...enRest };
const ko = { ...koStart, ...koRest };

/** Every key of nested texts; a plural's forms count as one, because Korean has one form and English two. */
function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object'
      ? keysOf(value as object, `${path}${key}.`)
      : [`${path}${key.replace(/_(one|other)$/, '_plural')}`],
  );
}

function textsOf(texts: object): string[] {
  return Object.values(texts).flatMap((value) =>
    typeof value === 'object' ? textsOf(value as object) : [value as string],
  );
}

it('has every text in both languages', () => {
  const unique = (texts: object) => [...new Set(keysOf(texts))].sort();
  expect(unique(en)).toEqual(unique(ko));
});

it('has no empty text and no Korean in the English texts', () => {
  expect(textsOf(ko).filter((text) => text.trim() === '')).toEqual([]);
  expect(textsOf(en).filter((text) => text.trim() === '' || /[가-힣]/.test(text))).toEqual([]);
});
