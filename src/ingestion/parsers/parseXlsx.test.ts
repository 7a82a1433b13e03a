import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { parseXlsx } from './parseXlsx';

const fixture = (name: string) => readFile(path.join(__dirname, '..', 'fixtures', name));

describe('parseXlsx', () => {
  it('reads each visible sheet as a page, with titles, names over two rows, and values as they are shown', async () => {
    const { pages, blocks } = await parseXlsx(await fixture('price-list.xlsx'));
    expect(pages).toBe(2);
    expect(blocks.map((block) => [block.page, block.kind, block.text])).toEqual([
      [1, 'heading', '2025년 약가'],
      [1, 'paragraph', '나루제약 약가 목록 (2025년 3월 기준)'],
      [
        1,
        'tableRow',
        '보험코드: 067100010 | 제품명: 나루암로정 5mg | 적용일: 2025-03-01 | 상한금액: 12,500원 | 할인율: 12.5%',
      ],
      [
        1,
        'tableRow',
        '보험코드: 067100020 | 제품명: 나루사르정 50mg | 적용일: 2025-03-01 09:30 | 상한금액: 0.3 | 할인율: 7.0%',
      ],
      [2, 'heading', '실적'],
      [
        2,
        'tableRow',
        '팀: 서울1팀 | 2024년 1분기: 120 | 2024년 2분기: 130 | 2025년 1분기: 140 | 2025년 2분기: 150',
      ],
      [2, 'tableRow', '팀: 부산팀 | 2024년 1분기: 80 | 2024년 2분기: 85 | 2025년 1분기: 90'],
      [
        2,
        'tableRow',
        '팀: 대전팀 | 2024년 1분기: 60 | 2024년 2분기: 61 | 2025년 1분기: 62 | 2025년 2분기: 63',
      ],
    ]);
  });

  it('shows results of formulas, links, rich text, truth values and errors', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('값');
    sheet.addRow(['합계', '링크', '설명', '승인', '오류', '시각']);
    sheet.addRow([
      { formula: 'SUM(1,2)', result: 3.3000000000000003 },
      { text: '규정 보기', hyperlink: 'https://www.naru.example' },
      { richText: [{ text: '하루 ' }, { text: '한 번', font: { bold: true } }] },
      true,
      { formula: '1/0', result: { error: '#DIV/0!' } },
      new Date(Date.UTC(1899, 11, 30, 14, 30)),
    ]);
    sheet.getCell('F2').numFmt = 'hh:mm';
    const { blocks } = await parseXlsx(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(blocks[1]!.text).toBe(
      '합계: 3.3 | 링크: 규정 보기 | 설명: 하루 한 번 | 승인: TRUE | 오류: #DIV/0! | 시각: 14:30',
    );
  });

  it('starts with new names behind an empty row where there are some', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('표');
    sheet.addRows([
      ['제품', '단가', '단위'],
      ['나루정', 352, '정'],
      [],
      ['담당자 명단'],
      ['담당', '전화', '팀'],
      ['홍길동', '내선 5', '서울'],
    ]);
    const { blocks } = await parseXlsx(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(blocks.slice(1).map((block) => block.text)).toEqual([
      '제품: 나루정 | 단가: 352 | 단위: 정',
      '담당자 명단',
      '담당: 홍길동 | 전화: 내선 5 | 팀: 서울',
    ]);
  });

  it('says that a workbook without values is empty', async () => {
    await expect(parseXlsx(await fixture('empty.xlsx'))).rejects.toMatchObject({ code: 'file_empty' });
  });
});
