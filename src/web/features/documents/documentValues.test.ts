import { changesOf, type DocumentValues } from './documentValues';

const before: DocumentValues = {
  title: '급여 고시',
  docType: 'price-notice',
  roles: ['rep'],
  teams: [],
  employeeNos: [],
  productCodes: ['A001'],
  validFrom: '2026-01-01',
  validTo: '',
};

it('sends what differs and nothing else', () => {
  expect(changesOf(before, { ...before, title: ' 급여 고시 ' })).toEqual({});
  expect(changesOf(before, { ...before, title: '급여 고시 2026', validTo: '2026-12-31' })).toEqual({
    title: '급여 고시 2026',
    validTo: '2026-12-31',
  });
});

it('takes a date away by null, and opens a document to everyone by an empty audience', () => {
  expect(changesOf(before, { ...before, validFrom: '', roles: [] })).toEqual({
    validFrom: null,
    audience: {},
  });
});
