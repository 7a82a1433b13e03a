import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { markdownBlocks } from './markdownBlocks';

const answer = `## 보관 방법

나루시럽은 **2~8℃**에 보관합니다 [1].
이어지는 줄입니다.
제목이 되는 줄
---

1. 냉장고에 넣고
   - 문 쪽은 피하고

   이어지는 문단
2. 온도를 적습니다

    들여 쓴 것

| 품목 | 온도 |
| --- | ---: |
| 시럽 | 8℃ |
| 정 | 25℃ |
마지막 문단은 표에 붙어 있다

> 인용문
이어 쓴 인용

\`\`\`sql
SELECT 1;

-- 빈 줄 뒤
\`\`\`

<div>글자로 남는다

</div>

   - 들여 쓴 목록

끝.
`;

/** What Markdown means, without where it stands. */
function meaning(text: string): unknown[] {
  const bare = (node: Nodes): unknown => ({
    ...node,
    position: undefined,
    ...('children' in node ? { children: node.children.map(bare) } : {}),
  });
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.map(bare);
}

/** The blocks after a text has come in pieces of so many characters. */
function streamed(text: string, piece: number): readonly string[] {
  let blocks: readonly string[] = [];
  for (let end = piece; end < text.length + piece; end += piece) {
    blocks = markdownBlocks(text.slice(0, end), blocks);
  }
  return blocks;
}

describe('Markdown in blocks', () => {
  it('is the text, and means block by block what it means as a whole', () => {
    const blocks = markdownBlocks(answer);
    expect(blocks.length).toBeGreaterThan(8);
    expect(blocks.join('')).toBe(answer);
    expect(blocks.flatMap(meaning)).toEqual(meaning(answer));
  });

  it.each([1, 3, 17])('is the same when it came in pieces of %i characters', (piece) => {
    expect(streamed(answer, piece)).toEqual(markdownBlocks(answer));
  });

  it('keeps the blocks that are finished, and reads a text anew that has become another one', () => {
    const before = markdownBlocks('하나\n\n둘\n\n셋');
    expect(markdownBlocks('하나\n\n둘\n\n셋은\n\n넷', before)).toEqual([
      '하나\n\n',
      '둘\n\n',
      '셋은\n\n',
      '넷',
    ]);
    expect(markdownBlocks('다른 글\n\n둘', before)).toEqual(['다른 글\n\n', '둘']);
  });

  it.each(['[문서]\n\n둘\n\n[문서]: https://example.com', '말[^1]\n\n> [^1]: 주석'])(
    'is one block where a link or a footnote is defined: %j',
    (text) => expect(markdownBlocks(text)).toEqual([text]),
  );

  it('is nothing for nothing', () => expect(markdownBlocks('')).toEqual([]));
});
