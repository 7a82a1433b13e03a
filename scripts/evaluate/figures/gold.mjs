import { readFileSync } from 'node:fs';
import path from 'node:path';
import { today } from './fixedClock.mjs';

const scopeSql = readFileSync(path.resolve('samples', 'evaluation', 'figures-scope.sql'), 'utf8')
  .replace(/^\s*--.*$/gm, '')
  .trim();

/** Conditions that say whose rows are asked for: without them a result is somebody else's too. */
const whoseConditions = [
  /(?:\w+\.)?employee_id = :me\b/g,
  /(?:\w+\.)?(?:employee|team) (?:= '[^']*'|IN \([^)]*\))/g,
];

/** Runs a gold statement as the owner for the person who asks. @returns rows */
export function runGold(sequelize, gold, employeeId, scope = 'contract') {
  const rest = /^\s*WITH\s/i.test(gold) ? gold.replace(/^\s*WITH\s/i, ', ') : gold;
  return sequelize
    .query(`${scopeSql}\n${rest}`, { replacements: { me: employeeId, today, scope } })
    .then(([rows]) => rows);
}

/**
 * What the same question gives over other rows than it should: only one's own, the whole team's, the whole company's, or
 * those of everybody one may see where one person or team was asked for.
 * @returns [{whose, rows}]
 */
export async function runGoldElsewhere(sequelize, gold, employeeId) {
  const anybody = whoseConditions.reduce((sql, condition) => sql.replaceAll(condition, 'TRUE'), gold);
  const others = [
    ['own rows only', gold, 'own'],
    ['the team', gold, 'team'],
    ['the whole company', gold, 'all'],
    ...(anybody === gold ? [] : [['everybody visible', anybody, 'contract']]),
  ];
  const results = [];
  for (const [whose, sql, scope] of others) {
    results.push({ whose, rows: await runGold(sequelize, sql, employeeId, scope) });
  }
  return results;
}
