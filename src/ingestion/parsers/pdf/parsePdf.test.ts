import path from 'node:path';
import { parseFile } from '../../parseFile';

const fixture = (fileName: string) =>
  parseFile(path.join(__dirname, '..', '..', 'fixtures', fileName), { fileName });

describe('parsePdf', () => {
  it('rebuilds headings, paragraphs, lists and a table over two pages, without headers and footers', async () => {
    const { mediaType, pages, pagesWithoutText, blocks } = await fixture('product-notice.pdf');
    expect({ mediaType, pages, pagesWithoutText }).toEqual({
      mediaType: 'application/pdf',
      pages: 3,
      pagesWithoutText: [],
    });
    const rows = Array.from({ length: 30 }, (_, index) => priceRow(index + 1));
    expect(blocks.map((block) => [block.page, block.kind, block.text])).toEqual([
      [1, 'heading', '나루암로정 제품 안내'],
      [1, 'heading', '1. 효능·효과'],
      [
        1,
        'paragraph',
        '나루암로정은 칼슘 통로를 차단하여 말초 혈관을 넓히고 혈압을 낮추는 약이다. 본태성 고혈압과 만성 안정형 협심증에 ' +
          '쓰며, 다른 혈압강하제와 함께 투여할 수 있다. 효과는 투여 후 6시간에서 12시간 사이에 가장 크다.',
      ],
      [1, 'heading', '2. 용법·용량'],
      [1, 'paragraph', '성인의 초기 용량은 1일 1회 5mg이며 반응에 따라 10mg까지 늘릴 수 있다.'],
      [1, 'listItem', '간 기능이 낮은 환자는 2.5mg으로 시작한다.'],
      [
        1,
        'listItem',
        '고령자는 처음 용량을 낮추고, 혈압을 자주 재면서 천천히 늘린다. 어지러움이 있으면 늘리지 않고 주치의와 ' +
          '상의하도록 안내한다.',
      ],
      [1, 'heading', '3. 보험 약가'],
      ...rows.slice(0, 22).map((text) => [1, 'tableRow', text]),
      ...rows.slice(22).map((text) => [2, 'tableRow', text]),
      [3, 'heading', '4. 보관'],
      [3, 'paragraph', '직사광선을 피하여 실온(1~30℃)에서 보관한다. 개봉한 뒤에는 6개월 안에 쓴다.'],
    ]);
    expect(blocks.filter((block) => block.kind === 'heading').map((block) => block.level)).toEqual([
      1, 2, 2, 2, 2,
    ]);
  });

  it.each([
    ['predefined-cmap.pdf', '나루사르정은 위약보다 수축기 혈압을 12.4mmHg 더 낮추었다.'],
    ['extended-wansung-cmap.pdf', '똠방각하 펲시 뷁은 확장 완성형에만 있는 글자다.'],
  ])('reads Korean of a font that is not embedded: %s', async (fileName, sentence) => {
    const { blocks } = await fixture(fileName);
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: sentence, page: 1 });
  });

  it('reads columns one after the other, keeps a sentence whole over the page, and finds a table without lines', async () => {
    const { blocks } = await fixture('two-columns.pdf');
    expect(blocks.map((block) => [block.page, block.kind, block.text])).toEqual([
      [
        1,
        'paragraph',
        '본 연구는 고혈압 환자 240명을 대상으로 무작위 배정하여 12주 동안 관찰하였다. 일차 평가 변수는 수축기 혈압의 변화량이며 ' +
          '이차 평가 변수는 이완기 혈압의 변화량이다. 두 군의 나이와 성별은 비슷하였고 중도 탈락은 모두 열두 명이었다. 남은 환자의 ' +
          '자료를 모두 분석하였다.',
      ],
      [2, 'paragraph', '결과는 아래 표와 같다.'],
      [2, 'tableRow', '구분: 환자 수 | 투여군: 120 | 위약군: 120'],
      [2, 'tableRow', '구분: 혈압 변화 | 투여군: -14.2 | 위약군: -3.1'],
      [2, 'tableRow', '구분: 이상반응 | 투여군: 8 | 위약군: 7'],
    ]);
  });

  it.each(['trial-summary-chromium.pdf', 'trial-summary-weasyprint.pdf'])(
    'reads merged cells, numbered lists and words broken at a line: %s',
    async (fileName) => {
      const { blocks } = await fixture(fileName);
      expect(blocks.map((block) => [block.page, block.kind, block.text])).toEqual([
        [1, 'heading', '나루글립정 임상 요약'],
        [1, 'heading', '1. 배경'],
        [
          1,
          'paragraph',
          '제2형 당뇨병 환자에서 혈당 조절이 충분하지 않을 때 나루글립정을 추가하면 당화혈색소가 줄어든다. 이 시험은 ' +
            '메트포르민으로 조절되지 않는 당뇨병 환자 480명을 대상으로 하였으며, 24주 동안 나루글립정 100mg 또는 위약을 ' +
            '하루 한 번 투여하였다.',
        ],
        [1, 'heading', '2. 결과'],
        [
          1,
          'tableRow',
          '구분: 나루글립정군 | 당화혈색소 기저: 8.1 | 당화혈색소 24주: 7.3 | 저혈당: 경증만 나타났으며 입원은 없었다. ' +
            '추적 기간에도 추가 보고가 없었다.',
        ],
        [
          1,
          'tableRow',
          '구분: 위약군 | 당화혈색소 기저: 8.0 | 당화혈색소 24주: 7.9 | 저혈당: 경증만 나타났으며 입원은 없었다. ' +
            '추적 기간에도 추가 보고가 없었다.',
        ],
        [1, 'listItem', '1. 공복혈당은 두 군에서 모두 줄었다.'],
        [1, 'listItem', '2. 체중은 차이가 없었다.'],
        [2, 'heading', '3. 이상반응'],
        [2, 'tableRow', '이상반응: 비인두염 | 나루글립정군: 12 | 위약군: 11'],
        [2, 'tableRow', '이상반응: 두통 | 나루글립정군: 7 | 위약군: 8'],
        [2, 'paragraph', '중대한 이상반응은 없었다.'],
      ]);
    },
  );

  it('names the pages without text, and refuses a document that has no other', async () => {
    expect(await fixture('partly-scanned.pdf')).toMatchObject({
      pages: 2,
      pagesWithoutText: [2],
      blocks: [{ page: 1 }],
    });
    await expect(fixture('scanned.pdf')).rejects.toMatchObject({ code: 'file_without_text' });
  });

  it('refuses a document with a password', async () => {
    await expect(fixture('encrypted.pdf')).rejects.toMatchObject({ code: 'file_encrypted' });
  });
});

function priceRow(index: number): string {
  const note = index % 7 === 0 ? '2025년 3월부터 상한금액이 조정되며 종전 금액은 2월 말까지 적용된다' : '-';
  const price = (index * 1100).toLocaleString('en-US');
  return `보험코드: 0671${String(index).padStart(5, '0')} | 제품명: 나루정 ${index}mg | 상한금액: ${price}원 | 비고: ${note}`;
}
