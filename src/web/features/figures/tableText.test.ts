import { tableCsv, tableText } from './tableText';

it('is cells by tabs and rows by lines, with nothing that a spreadsheet runs', () => {
  const columns = [
    { key: 'customer', label: '거래처', kind: 'text' as const },
    { key: 'amount', label: '매출', kind: 'won' as const },
  ];
  const rows = [
    { customer: '=1+1', amount: -1200 },
    { customer: '한빛\t내과', amount: null },
  ];
  expect(tableText({ columns, rows })).toBe("거래처\t매출\n'=1+1\t-1200\n한빛 내과\t");
});

it('is a CSV file that a spreadsheet takes for text', () => {
  const columns = [
    { key: 'name', label: '이름', kind: 'text' as const },
    { key: 'amount', label: '금액', kind: 'won' as const },
  ];
  const rows = [
    { name: '김 "하나", 팀', amount: 1234567 },
    { name: '=1+1', amount: null },
  ];
  expect(tableCsv({ columns, rows })).toBe(
    '\uFEFF"이름","금액"\r\n"김 ""하나"", 팀","1234567"\r\n"\'=1+1",""\r\n',
  );
});
