import path from 'node:path';
import { parseFile } from '../parseFile';

const fixture = (fileName: string) =>
  parseFile(path.join(__dirname, '..', 'fixtures', fileName), { fileName });

describe('parseDocx', () => {
  it('reads headings by style and by their words, lists, tables with merged cells, and facts', async () => {
    const { pages, blocks } = await fixture('regulation.docx');
    expect(pages).toBeNull();
    expect(blocks.map((block) => [block.kind, 'level' in block ? block.level : null, block.text])).toEqual([
      ['heading', 1, '공정경쟁 준수 규정'],
      ['heading', 2, '제1장 총칙'],
      ['heading', 11, '제1조(목적)'],
      ['paragraph', null, '이 규정은 의약품의 공정한 거래를 위한 기준을 정한다.'],
      ['heading', 11, '제2조(정의)'],
      ['paragraph', null, '이 규정에서 쓰는 말의 뜻은 다음과 같다.'],
      ['listItem', null, '경제적 이익: 금전, 물품, 편익을 말한다.'],
      ['listItem', null, '견본품과 기부를 포함한다.'],
      ['heading', 2, '제2장 허용 범위'],
      ['paragraph', null, '다음 표의 금액을 넘을 수 없다.'],
      ['tableRow', null, '구분: 제품설명회 | 한도 1회: 10만원 | 한도 연간: 40만원 | 비고: 식음료 포함'],
      ['tableRow', null, '구분: 제품설명회 | 한도 1회: 5만원 | 한도 연간: 20만원 | 비고: 숙박 제외'],
      ['tableRow', null, '구분: 학술대회 | 한도 1회: 50만원 | 한도 연간: 200만원'],
      ['heading', 8, '자주 묻는 질문'],
      ['paragraph', null, '한 사람에게 한 해 네 번까지 제공할 수 있습니다.'],
      ['tableRow', null, '담당 부서: 준법지원팀'],
      ['tableRow', null, '시행일: 2025년 3월 1일'],
      ['tableRow', null, '연락처: 내선 1234'],
    ]);
  });

  it('says that a document of pictures has no text', async () => {
    await expect(fixture('picture-only.docx')).rejects.toMatchObject({
      code: 'file_without_text',
    });
  });
});
