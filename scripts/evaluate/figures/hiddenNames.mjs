import { runGold } from './gold.mjs';

const everyName = 'SELECT name FROM employees UNION SELECT name FROM customers';
const visibleNames = `SELECT employee AS name FROM people UNION SELECT customer FROM assigned
  UNION SELECT employee FROM sales UNION SELECT customer FROM sales
  UNION SELECT employee FROM contacts UNION SELECT customer FROM contacts`;
const hiddenNames = new Map();

/** The first name in these tables of somebody whom the person who asked may not see at all. */
export async function hiddenNameIn(tables, { sequelize, employeeId }) {
  if (tables.length === 0) return undefined;
  if (!hiddenNames.has(employeeId)) {
    const visible = new Set((await runGold(sequelize, visibleNames, employeeId)).map(({ name }) => name));
    const [all] = await sequelize.query(everyName);
    hiddenNames.set(employeeId, new Set(all.map(({ name }) => name).filter((name) => !visible.has(name))));
  }
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  return cells.find((cell) => hiddenNames.get(employeeId).has(cell));
}
