import type { Language } from './problem';

/** The first of the reader's languages that the product speaks; Korean where none is named. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const quality = options
        .map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1])
        .find((q) => q !== undefined);
      return { tag: tag.toLowerCase().slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => (tag === 'ko' || tag === 'en') && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return (wanted[0]?.tag as Language | undefined) ?? 'ko';
}
