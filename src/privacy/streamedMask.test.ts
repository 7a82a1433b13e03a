import { readFileSync } from 'node:fs';
import { personalDataKinds } from '../shared/personalData';
import { maskText } from './maskText';
import { openStreamedMask } from './streamedMask';

const rule = { kinds: new Set(personalDataKinds) };

/** The sentences of the evaluation, without its marks. */
const sentences = readFileSync('samples/evaluation/personal-data.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text.replace(/\[\[\w+\|([^\]]*)\]\]/g, '$1'));

function streamed(text: string, pieceLength: number): string[] {
  const mask = openStreamedMask(rule);
  const pieces = Array.from(text).reduce<string[]>((all, character, at) => {
    if (at % pieceLength === 0) all.push('');
    all[all.length - 1] += character;
    return all;
  }, []);
  return [...pieces.map((piece) => mask.push(piece)), mask.rest()];
}

describe('text that is masked on its way', () => {
  it.each([1, 2, 3, 7, 20])('becomes what the whole text would, in pieces of %i characters', (length) => {
    for (const sentence of sentences) {
      expect(streamed(sentence, length).join('')).toBe(maskText(sentence, rule));
    }
  });

  it('becomes that too where sentences follow each other', () => {
    const text = sentences.join('\n');
    for (const length of [1, 4, 33]) expect(streamed(text, length).join('')).toBe(maskText(text, rule));
  });

  it('is not held back where it cannot be personal data', () => {
    const mask = openStreamedMask(rule);
    expect(mask.push('매출은 1,234원입니다. ')).toBe('매출은 1,234원입니다. ');
  });

  it('goes on to the number, and no further, until it is known', () => {
    const mask = openStreamedMask(rule);
    expect(mask.push('연락처는 010-12')).toBe('연락처는 ');
    expect(mask.push('34-56')).toBe('');
    expect(mask.push('78')).toBe('');
    expect(mask.rest()).toBe('[전화번호]');
  });
});
