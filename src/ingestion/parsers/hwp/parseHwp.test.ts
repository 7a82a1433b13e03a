import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseWritten } from '../../fixtures/parseWritten';

const fixture = (name: string) => readFile(path.join(__dirname, '..', '..', 'fixtures', name));

describe('parseHwp', () => {
  it.each([
    ['benefit-notice.hwp', 'application/x-hwp'],
    ['benefit-notice.hwpx', 'application/hwp+zip'],
  ])(
    'reads the title, the outline, tables over pages, text boxes and notes of %s',
    async (name, expectedType) => {
      const { mediaType, pages, blocks } = await parseWritten('안내.docx', await fixture(name));
      expect({ mediaType, pages }).toEqual({ mediaType: expectedType, pages: 3 });
      const read = blocks.map((block) => [
        block.page,
        block.kind === 'heading' ? `h${block.level}` : block.kind,
        block.text,
      ]);
      expect(read.slice(0, 11)).toEqual([
        [1, 'h1', '나루암로정 급여 기준 안내'],
        [1, 'h2', '급여 대상'],
        [1, 'paragraph', '본태성 고혈압 환자에게 투여한 경우 급여로 인정한다.'],
        [1, 'paragraph', '진료 기록에 혈압 수치가 있어야 한다.'],
        [1, 'h3', '제출 서류'],
        [1, 'listItem', '가. 진료 기록부 사본'],
        [1, 'tableRow', '구분: 제품설명회 | 한도 1회: 10만원 | 한도 연간: 40만원 | 비고: 식음료 포함'],
        [1, 'tableRow', '구분: 학술대회 | 한도 1회: 50만원 | 한도 연간: 200만원'],
        [2, 'paragraph', '비급여로 투여한 경우에는 환자에게 미리 알린다.'],
        [2, 'paragraph', '문의는 약가대외협력팀 내선 1234로 한다.'],
        [2, 'tableRow', '보험코드: 067110 | 제품명: 나루정 1mg | 상한금액: 100원'],
      ]);
      expect(read).toHaveLength(80);
      expect(read.at(-1)).toEqual([
        3,
        'tableRow',
        '보험코드: 067179 | 제품명: 나루정 70mg | 상한금액: 7000원',
      ]);
    },
  );

  it.each(['encrypted.hwp', 'encrypted.hwpx'])('refuses a document with a password: %s', async (name) => {
    await expect(parseWritten(name, await fixture(name))).rejects.toMatchObject({ code: 'file_encrypted' });
  });

  it('refuses a document for distribution, which its author lets nobody copy', async () => {
    const content = await fixture('benefit-notice.hwp');
    content[content.indexOf('HWP Document File') + 36]! |= 0b100;
    await expect(parseWritten('배포용.hwp', content)).rejects.toMatchObject({ code: 'file_encrypted' });
  });

  it.each(['benefit-notice.hwp', 'benefit-notice.hwpx'])('refuses a damaged document: %s', async (name) => {
    const content = await fixture(name);
    const cut = content.subarray(0, content.length - 2000);
    await expect(parseWritten(name, cut)).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});
