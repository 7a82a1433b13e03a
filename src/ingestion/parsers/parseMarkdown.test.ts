import { parseWritten } from '../fixtures/parseWritten';

const text = `---
title: 나루정 안내
---
# 나루정

하루 **한 번**
식후에 50~100mg, 나중에 40~80mg을 [복용](https://www.naru.example)한다.<br>\`5mg\`부터 시작한다.

- 식후
  - 물과 함께
- [x] 확인함

| 구분 | 용량 |
|---|---:|
| 성인 | 5mg |
| 고령자 | 2.5mg |

> 인용한 말이다.

\`\`\`sql
SELECT 1;
SELECT 2;
\`\`\`

<!-- 숨긴 말 -->

보관
---
실온에 둔다.[^1]

[^1]: 각주이다.
`;

describe('parseMarkdown', () => {
  it('reads headings, paragraphs, lists, tables, quotations, code and footnotes', async () => {
    const { mediaType, pages, blocks } = await parseWritten('안내.md', text);
    expect({ mediaType, pages }).toEqual({ mediaType: 'text/markdown', pages: null });
    expect(blocks.map((block) => [block.kind, 'level' in block ? block.level : null, block.text])).toEqual([
      ['paragraph', null, 'title: 나루정 안내'],
      ['heading', 1, '나루정'],
      ['paragraph', null, '하루 한 번 식후에 50~100mg, 나중에 40~80mg을 복용한다. 5mg부터 시작한다.'],
      ['listItem', null, '식후'],
      ['listItem', null, '물과 함께'],
      ['listItem', null, '확인함'],
      ['tableRow', null, '구분: 성인 | 용량: 5mg'],
      ['tableRow', null, '구분: 고령자 | 용량: 2.5mg'],
      ['paragraph', null, '인용한 말이다.'],
      ['paragraph', null, 'SELECT 1;\nSELECT 2;'],
      ['heading', 2, '보관'],
      ['paragraph', null, '실온에 둔다.'],
      ['paragraph', null, '각주이다.'],
    ]);
  });
});
