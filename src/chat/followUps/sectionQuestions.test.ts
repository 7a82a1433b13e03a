import { directoryOf } from '../../retrieval/nameDirectory';
import { sectionQuestions } from './sectionQuestions';

const directory = directoryOf([{ names: ['감마로정'] }]);

test('a section that names the product is not asked for with its name twice', () => {
  const headings = ['감마로정 5mg 제품정보', '감마로정 5mg 제품정보 > 이상반응'];
  expect(sectionQuestions('감마로정 제품정보.pdf', headings, { language: 'ko', directory })).toEqual([
    '감마로정 이상반응 알려줘',
  ]);
  const inside = ['감마로정과 자몽주스'];
  expect(sectionQuestions('감마로정 안내', inside, { language: 'ko', directory })).toEqual([
    '감마로정과 자몽주스 알려줘',
  ]);
});
