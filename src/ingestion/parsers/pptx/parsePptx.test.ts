import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { parseWritten } from '../../fixtures/parseWritten';

const briefing = () => readFile(path.join(__dirname, '..', '..', 'fixtures', 'briefing.pptx'));

describe('parsePptx', () => {
  it('reads slides as pages in their order, with titles, bullets, groups, tables and notes, without hidden ones', async () => {
    const { mediaType, pages, pagesWithoutText, blocks } = await parseWritten('교육.pptx', await briefing());
    expect({ mediaType, pages, pagesWithoutText }).toEqual({
      mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      pages: 6,
      pagesWithoutText: [5],
    });
    expect(
      blocks.map((block) => [
        block.page,
        block.kind === 'heading' ? `h${block.level}` : block.kind,
        block.text,
      ]),
    ).toEqual([
      [1, 'h1', '나루암로정 출시 교육'],
      [1, 'paragraph', '2025년 3월 영업지원팀'],
      [1, 'h2', '발표자 노트'],
      [1, 'paragraph', '인사는 짧게 한다.'],
      [1, 'paragraph', '자료는 교육 뒤에 나누어 준다.'],
      [2, 'h2', '용법·용량'],
      [2, 'listItem', '성인은 1일 1회 5mg으로 시작한다.'],
      [2, 'listItem', '반응에 따라 10mg까지 늘린다.'],
      [2, 'paragraph', '간 기능이 낮으면 2.5mg으로 시작한다.'],
      [3, 'h2', '보험 약가'],
      [3, 'tableRow', '제품: 나루암로정 5mg | 상한금액: 352원 | 비고: 급여'],
      [3, 'tableRow', '제품: 나루암로정 10mg | 상한금액: 520원 | 비고: 급여'],
      [3, 'tableRow', '제품: 나루사르정 | 상한금액: 610원 | 비고: 비급여'],
      [3, 'paragraph', '약가는 2025년 3월 고시를 따른다.'],
      [6, 'h2', '슬라이드 6'],
      [6, 'paragraph', '문의는 내선 1234로 한다.'],
    ]);
  });

  it('expands no entity and reads nothing from outside', async () => {
    const archive = await JSZip.loadAsync(await briefing());
    const slide = 'ppt/slides/slide1.xml';
    const xml = await archive.file(slide)!.async('string');
    const entity = '<!DOCTYPE p [<!ENTITY secret SYSTEM "file:///etc/hostname">]>';
    archive.file(slide, xml.replace(/(\?>)/, `$1${entity}`).replace('나루암로정', '&secret;'));
    await expect(
      parseWritten('교육.pptx', await archive.generateAsync({ type: 'nodebuffer' })),
    ).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});
