import { readFileSync } from 'node:fs';
import path from 'node:path';
import { today } from './fixedClock.mjs';

const scopeSql = readFileSync(path.resolve('samples', 'evaluation', 'figures-scope.sql'), 'utf8')
  .replace(/^\s*--.*$/gm, '')
  .trim();

/** Conditions that say whose rows are asked for: without them a result is somebody else's too. */
const ownRows = /(?:\w+\.)?employee_id = :me\b/g;
const namedRows = /(?:\w+\.)?(?:employee|team|customer) (?:= '[^']*'|IN \([^)]*\))/g;

/** Runs a gold statement as the owner for the person who asks. @returns rows */
export function runGold(sequelize, gold, employeeId, scope = 'contract') {
  const rest = /^\s*WITH\s/i.test(gold) ? gold.replace(/^\s*WITH\s/i, ', ') : gold;
  return sequelize
    .query(`${scopeSql}\n${rest}`, { replacements: { me: employeeId, today, scope } })
    .then(([rows]) => rows);
}

/**
 * What the same question gives over other rows than it should: only one's own, the whole team's, the whole company's, those
 * of everybody one may see where one's own were asked for, or where a person, a team or a customer was named.
 * @returns [{whose, named, rows}]
 */
export async function runGoldElsewhere(sequelize, gold, employeeId) {
  const others = [
    { whose: 'own rows only', sql: gold, scope: 'own' },
    { whose: 'the team', sql: gold, scope: 'team' },
    { whose: 'the whole company', sql: gold, scope: 'all' },
    { whose: 'everybody visible', sql: gold.replaceAll(ownRows, 'TRUE') },
    { whose: 'more than those named', sql: gold.replaceAll(namedRows, 'TRUE'), named: true },
  ].filter(({ sql, scope }) => scope || sql !== gold);
  const results = [];
  for (const { whose, sql, scope, named = false } of others) {
    results.push({ whose, named, rows: await runGold(sequelize, sql, employeeId, scope) });
  }
  return results;
}
