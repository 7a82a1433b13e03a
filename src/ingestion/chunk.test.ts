import { chunkDocument, maximumChunkLength, targetChunkLength } from './chunk';
import type { Block, ParsedDocument } from './parsedDocument';
import { splitSentences } from '../text/splitSentences';

const heading = (level: number, text: string, page: number | null = null): Block => ({
  kind: 'heading',
  level,
  text,
  page,
});
const paragraph = (text: string, page: number | null = null): Block => ({ kind: 'paragraph', text, page });
const row = (text: string, page: number | null = null): Block => ({ kind: 'tableRow', text, page });
const item = (text: string, page: number | null = null): Block => ({ kind: 'listItem', text, page });
const documentOf = (...blocks: Block[]): ParsedDocument => ({
  mediaType: 'text/plain',
  pages: null,
  pagesWithoutText: [],
  blocks,
});
const textsOf = (parsed: ParsedDocument) => chunkDocument(parsed).chunks.map((chunk) => chunk.text);

/** A sentence of exactly `length` characters. */
const sentence = (length: number, letter = '가') => `${letter.repeat(length - 2)}다.`;

describe('chunkDocument', () => {
  it('keeps headings with the text below them and names the path to it', () => {
    const { text, chunks } = chunkDocument(
      documentOf(
        heading(1, '나루암로정'),
        heading(2, '1. 효능·효과'),
        paragraph('고혈압.'),
        heading(2, '2. 용법·용량'),
        heading(3, '성인'),
        paragraph('하루 한 번 5mg을 복용합니다. 식사와 무관합니다.'),
        heading(1, '부록'),
        paragraph('끝.'),
      ),
    );
    expect(chunks).toEqual([
      {
        ordinal: 0,
        parent: 0,
        heading: '나루암로정 > 1. 효능·효과',
        page: null,
        text: '나루암로정\n1. 효능·효과\n고혈압.',
        charStart: 0,
        charEnd: 19,
      },
      {
        ordinal: 1,
        parent: 1,
        heading: '나루암로정 > 2. 용법·용량 > 성인',
        page: null,
        text: '2. 용법·용량\n성인\n하루 한 번 5mg을 복용합니다. 식사와 무관합니다.',
        charStart: 20,
        charEnd: 61,
      },
      { ordinal: 2, parent: 2, heading: '부록', page: null, text: '부록\n끝.', charStart: 62, charEnd: 67 },
    ]);
    expect(text).toHaveLength(67);
  });

  it('starts anew on a new page, and a heading at the foot of a page goes with the text behind it', () => {
    const { chunks } = chunkDocument(
      documentOf(
        paragraph('첫 쪽이다.', 1),
        paragraph('둘째 쪽이다.', 2),
        heading(1, '보관', 2),
        paragraph('실온에 둔다.', 3),
      ),
    );
    expect(chunks.map(({ page, text }) => [page, text])).toEqual([
      [1, '첫 쪽이다.'],
      [2, '둘째 쪽이다.'],
      [3, '보관\n실온에 둔다.'],
    ]);
  });

  it('fills a chunk with whole sentences up to the target', () => {
    const sentences = [100, 100, 100, 100, 100, 100, 100].map((length) => sentence(length));
    expect(textsOf(documentOf(paragraph(sentences.join(' '))))).toEqual([
      sentences.slice(0, 3).join(' '),
      sentences.slice(3).join(' '),
    ]);
  });

  it('goes beyond the target rather than leave a chunk short, never beyond the maximum', () => {
    const short = sentence(50);
    const long = sentence(400, '나');
    expect(textsOf(documentOf(paragraph(`${short} ${long}`)))).toEqual([`${short} ${long}`]);
    const tooLong = sentence(maximumChunkLength - 20, '나');
    expect(textsOf(documentOf(paragraph(`${short} ${tooLong}`)))).toEqual([short, tooLong]);
  });

  it('never divides a table row or a list item, however many sentences it has', () => {
    const pieces = [
      row(`비고: ${sentence(200)} ${sentence(190)}`),
      item(`${sentence(200, '나')} ${sentence(190, '나')}`),
    ];
    expect(textsOf(documentOf(...pieces))).toEqual(pieces.map((block) => block.text));
  });

  it('keeps a question with the first sentence of its answer, and an announcement with what it announces', () => {
    const question = `${'나'.repeat(58)}요?`;
    expect(
      textsOf(documentOf(paragraph(sentence(330)), paragraph(question), paragraph(sentence(120)))),
    ).toEqual([sentence(330), `${question}\n${sentence(120)}`]);
    const announcement = '조건은 다음과 같다:';
    expect(
      textsOf(documentOf(paragraph(`${sentence(330)} ${announcement}`), item(sentence(170, '나')))),
    ).toEqual([sentence(330), `${announcement}\n${sentence(170, '나')}`]);
  });

  it('divides a row beyond the maximum between its sentences', () => {
    const sentences = [sentence(300, '가'), sentence(300, '나'), sentence(300, '다')];
    expect(textsOf(documentOf(row(sentences.join(' '))))).toEqual(sentences);
  });

  it('cuts a sentence beyond the maximum between words', () => {
    const words = Array.from({ length: 200 }, (_, index) => `낱말${String(index).padStart(4, '0')}`);
    const chunks = textsOf(documentOf(paragraph(words.join(' '))));
    expect(chunks.length).toBe(3);
    expect(chunks.flatMap((text) => text.split(' '))).toEqual(words);
  });

  it('cuts even a word beyond the maximum, but no character', () => {
    const chunks = textsOf(documentOf(paragraph(`a${'😀'.repeat(700)}`)));
    expect(chunks.join('')).toBe(`a${'😀'.repeat(700)}`);
    for (const text of chunks) {
      expect(text.length).toBeLessThanOrEqual(maximumChunkLength);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('has no chunks for no blocks', () => {
    expect(chunkDocument(documentOf())).toEqual({ text: '', chunks: [] });
  });

  describe.each(Array.from({ length: 40 }, (_, seed) => seed))('random document %i', (seed) => {
    const parsed = randomDocument(seed);
    const { text, chunks } = chunkDocument(parsed);

    it('has chunks that are slices of the text, in order, and cover all of it', () => {
      let from = 0;
      for (const [index, chunk] of chunks.entries()) {
        expect(chunk.ordinal).toBe(index);
        expect(chunk.text).toBe(text.slice(chunk.charStart, chunk.charEnd));
        expect(chunk.text).toBe(chunk.text.trim());
        expect(chunk.text).not.toBe('');
        expect(chunk.text.length).toBeLessThanOrEqual(maximumChunkLength);
        expect(text.slice(from, chunk.charStart).trim()).toBe('');
        from = chunk.charEnd;
      }
      expect(text.slice(from).trim()).toBe('');
    });

    it('begins and ends only where a sentence, row, item or heading does', () => {
      const { starts, ends } = boundariesOf(parsed);
      for (const chunk of chunks) {
        expect(starts).toContain(chunk.charStart);
        expect(ends).toContain(chunk.charEnd);
      }
    });

    it('gives the same chunks again', () => {
      expect(chunkDocument(structuredClone(parsed))).toEqual({ text, chunks });
    });
  });

  it('keeps to the target on average', () => {
    const body = Array.from({ length: 300 }, () =>
      paragraph(`${sentence(60)} ${sentence(80)} ${sentence(40)}`),
    );
    const lengths = textsOf(documentOf(...body)).map((text) => text.length);
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(average).toBeGreaterThan(targetChunkLength * 0.7);
    expect(average).toBeLessThanOrEqual(targetChunkLength);
  });
});

/** Blocks of every kind with sentences short enough never to be cut. */
function randomDocument(seed: number): ParsedDocument {
  const random = generator(seed);
  const blocks: Block[] = [];
  let page = 1;
  for (let index = 0; index < 60; index += 1) {
    if (random() < 0.1) page += 1;
    const text = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomSentence(random)).join(' ');
    const kind = (['heading', 'paragraph', 'paragraph', 'listItem', 'tableRow'] as const)[
      Math.floor(random() * 5)
    ]!;
    if (kind === 'heading')
      blocks.push({ kind, level: 1 + Math.floor(random() * 4), text: text.slice(0, 40).trim(), page });
    else blocks.push({ kind, text, page });
  }
  return { mediaType: 'application/pdf', pages: page, pagesWithoutText: [], blocks };
}

function randomSentence(random: () => number): string {
  const words = [
    '혈압을',
    '낮추는',
    '5.5mg',
    '(식후)',
    'et al.',
    '약이',
    '환자',
    '1일',
    '"주의"',
    '😀',
    'p=0.03',
  ];
  const length = 1 + Math.floor(random() * 25);
  const picked = Array.from({ length }, () => words[Math.floor(random() * words.length)]);
  return `${picked.join(' ')} 한다.`;
}

function boundariesOf(parsed: ParsedDocument): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const block of parsed.blocks) {
    const ranges =
      block.kind === 'paragraph' ? splitSentences(block.text) : [{ start: 0, end: block.text.length }];
    starts.push(...ranges.map((range) => offset + range.start));
    ends.push(...ranges.map((range) => offset + range.end));
    offset += block.text.length + 1;
  }
  return { starts, ends };
}

/** Mulberry32: a small seeded generator, so that a failing document can be made again. */
function generator(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
