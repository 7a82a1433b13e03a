import { formatSql } from './formatSql';

it('puts a statement into lines, with its Korean names and its values’ places as they are', () => {
  const sql = 'SELECT c.name AS 거래처, sum(amount) AS "매출" FROM sales s WHERE s.sold_on >= $1 GROUP BY 1';
  const lines = formatSql(sql).split('\n');
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(sql);
});

it('shows what it cannot read as it is', () => {
  expect(formatSql("SELECT 'no end")).toBe("SELECT 'no end");
});
