import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { openTestDatabase } = require('../../dist/test/database.js');
const { createCallLog } = require('../../dist/audit/calls/callLog.js');
const { createRowProofs } = require('../../dist/audit/chain/rowProofs.js');
const { createRepositories } = require('../../dist/repositories/repositories.js');

/** Calls that are recorded at the same time. */
const atOnce = 64;

/**
 * What the record of a read costs before it is answered, against the look-up of one person by key: alone, and with many calls at
 * the same time, for each of them.
 */
export async function measureRecords({ rounds }) {
  const database = await openTestDatabase();
  try {
    const proofs = createRowProofs(randomBytes(32));
    const { people, traceLogs } = createRepositories(database.sequelize, { proofs });
    const { id: employeeId } = await people.create({
      ...{ employeeNo: 'B1', name: 'Bench', email: 'bench@example.com', role: 'rep', team: null },
      passwordHash: '-',
    });
    const calls = createCallLog(traceLogs, (value) => value, { warn: console.error, error: console.error });
    const record = () =>
      calls.served({ name: 'GET /api/glossary', employeeId, input: {}, startedAt: new Date(), ms: 3 });
    const lookUp = () => people.findById(employeeId);
    const took = { record: [], lookUp: [], recordAmong: [], lookUpAmong: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const keep = (name, ms) => round > 0 && took[name].push(ms); // the first is a warm-up
      keep('lookUp', await timeOf(lookUp));
      keep('record', await timeOf(record));
      const all = (work) => () => Promise.all(Array.from({ length: atOnce }, work));
      keep('lookUpAmong', (await timeOf(all(lookUp))) / atOnce);
      keep('recordAmong', (await timeOf(all(record))) / atOnce);
    }
    const ms = Object.fromEntries(Object.entries(took).map(([name, all]) => [name, median(all)]));
    return {
      [`record of a read / look-up by key, alone (${database.engine})`]: rounded(ms.record / ms.lookUp),
      [`the same, each of ${atOnce} at once`]: rounded(ms.recordAmong / ms.lookUpAmong),
      'record of a read, alone, ms': rounded(ms.record),
      [`record of a read, each of ${atOnce} at once, ms`]: rounded(ms.recordAmong, 3),
    };
  } finally {
    await database.close();
  }
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
