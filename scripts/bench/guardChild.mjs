// The guard alone: checks every statement of its tests and says what each took.
import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { checkStatement } = require('../../dist/analytics/sqlGuard/checkStatement.js');
const { hostileStatements } = require('../../dist/analytics/sqlGuard/hostileStatementsFixture.js');
const { legitimateStatements } = require('../../dist/analytics/sqlGuard/legitimateStatementsFixture.js');

serveParent(
  { statements: legitimateStatements.length + hostileStatements.length },
  {
    check: async ({ rounds }) => {
      await timesOf([...legitimateStatements, ...hostileStatements], 3); // warm-up
      return {
        legitimate: await timesOf(legitimateStatements, rounds),
        hostile: await timesOf(hostileStatements, rounds),
      };
    },
  },
);

/** CPU milliseconds of each check. */
async function timesOf(statements, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const sql of statements) {
      const before = process.cpuUsage();
      await checkStatement(sql);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
  }
  return times;
}
