import { withoutValues } from './withoutValues';

it.each([
  [
    "SELECT sum(amount) FROM sales WHERE name = '나루의원' AND day > 20",
    'SELECT sum(amount) FROM sales WHERE name = ? AND day > ?',
  ],
  ["WHERE a = 'it''s' AND b = E'it\\'s 3'", 'WHERE a = ? AND b = ?'],
  ['WHERE a = $$김 과장$$ AND b = $x$1 $$ 2$x$', 'WHERE a = ? AND b = ?'],
  [
    'SELECT t1.amount AS "매출 2026", 매출1 FROM t1 -- 김 과장\nWHERE x = $12 /* 나루 */ LIMIT 1.5',
    'SELECT t1.amount AS "매출 2026", 매출1 FROM t1  \nWHERE x = $12   LIMIT ?',
  ],
])('takes values out of %s', (sql, without) => {
  expect(withoutValues(sql)).toBe(without);
});
