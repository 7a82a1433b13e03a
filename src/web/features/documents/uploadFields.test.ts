import { emptyUpload, newVersionOf, uploadFields } from './uploadFields';

it('sends only what was filled in', () => {
  expect(uploadFields(emptyUpload, 1)).toEqual({ docType: 'reference' });
});

it('names the audience as JSON, without empty lists', () => {
  const values = { ...emptyUpload, title: ' 급여 고시 ', teams: ['서울1팀'], validFrom: '2025-01-01' };
  expect(uploadFields(values, 1)).toEqual({
    docType: 'reference',
    title: '급여 고시',
    audience: '{"teams":["서울1팀"]}',
    validFrom: '2025-01-01',
  });
});

it('gives no common title to several files', () => {
  expect(uploadFields({ ...emptyUpload, title: '급여 고시' }, 2)).toEqual({ docType: 'reference' });
});

it('names the document a new version replaces, and leaves the rest as it was there', () => {
  expect(uploadFields(newVersionOf('a-document'), 1)).toEqual({ replaces: 'a-document' });
});

it('sends product codes as JSON', () => {
  expect(uploadFields({ ...emptyUpload, productCodes: ['A001'] }, 1)).toMatchObject({
    productCodes: '["A001"]',
  });
});
