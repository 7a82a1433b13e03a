import { longPdf } from '../../fixtures/longPdf';
import { withFile } from '../../fixtures/parseWritten';
import { parseInChild } from '../../parseInChild';

describe('parsePdf, of a long document', () => {
  it('reads 1,600 pages within 512 MB, each on its page and without its header and number', async () => {
    const pages = 1600;
    const limits = {
      milliseconds: 150_000,
      heapMegabytes: 1024,
      residentMegabytes: 512,
      silentCpuMilliseconds: 25_000,
    };
    const parsed = await withFile(longPdf(pages), (filePath) =>
      parseInChild(filePath, { fileName: 'long.pdf', limits }),
    );
    expect({ pages: parsed.pages, pagesWithoutText: parsed.pagesWithoutText }).toEqual({
      pages,
      pagesWithoutText: [],
    });
    const headings = parsed.blocks.filter((block) => block.kind === 'heading');
    expect(headings.map(({ page, text }) => ({ page, text }))).toEqual(
      Array.from({ length: pages }, (_, index) => ({
        page: index + 1,
        text: `${index + 1}. 나루정 임상 자료`,
      })),
    );
    const rows = parsed.blocks.filter((block) => block.kind === 'tableRow');
    expect(rows).toHaveLength(pages * 11);
    expect(rows.at(-1)).toEqual({
      kind: 'tableRow',
      text: '보험코드: 0671160011 | 제품명: 나루정 11mg | 상한금액: 17600원 | 비고: 급여',
      page: pages,
    });
    expect(parsed.blocks.some(({ text }) => /영업지원팀|^- \d+ -$/.test(text))).toBe(false);
  }, 180_000);
});
