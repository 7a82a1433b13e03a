import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createAuditChain, type AuditChain } from '../../audit/chain/auditChain';
import { createAuditKeys } from '../../audit/chain/auditKeys';
import { createRowProofs } from '../../audit/chain/rowProofs';
import type { Env } from '../../env';
import { createLogger } from '../../logging/logger';
import { createRepositories } from '../../repositories/repositories';
import { startServer } from '../../start/startServer';
import { createFolderHeads } from '../../storage/auditHeads/folderHeads';
import type { Database } from '../../storage/database/database';
import { openDatabase } from '../../storage/database/openDatabase';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { tireless } from '../chatLimits';
import { uploadDocument, waitForDocument } from '../documents';
import { createAdmin, createPerson } from '../people';
import { createTestEnv } from '../server';

/** Everything the chain covers, and the chain. What refers to another stands behind it. */
export const auditTables = [
  'conversations',
  'turns',
  'chat_history',
  'turn_events',
  'system_trace_logs',
  'audit_seals',
];

/** An audit that a server has written, sealed and closed; nobody writes to it any more but the test. */
export interface SealedAudit {
  database: Database;
  chain: AuditChain;
  sql<Row extends object>(text: string, bind?: unknown[]): Promise<Row[]>;
  /** As a superuser to whom no trigger and no foreign key applies. */
  asSuperuser(work: (run: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<unknown>;
  /** Puts back what was written, or what had been written in the middle. */
  restore(from: 'whole' | 'middle'): Promise<unknown>;
  close(): Promise<void>;
}

const key = 'the key of an audit that a test tampers with';

/** Lets two people ask in three chats, at the end of which all is sealed and the head kept. */
export async function writeSealedAudit(settings: Partial<Env> = {}): Promise<SealedAudit> {
  const heads = await mkdtemp(path.join(os.tmpdir(), 'narutalk-heads-'));
  const { env, remove } = await createTestEnv({
    chatLimits: tireless,
    auditKey: key,
    auditHeadsDir: heads,
    ...settings,
  });
  const server = await startServer(env, () => {});
  const address = { url: server.url!, setupToken: server.services.setupToken };
  const admin = await createAdmin(address);
  const rule = '나루시럽은 2℃에서 8℃ 사이의 냉장고에 보관한다.';
  const { id } = await uploadDocument(address, admin, 'rule.txt', rule);
  await waitForDocument(address, admin, id);
  const clients = [];
  for (let rep = 0; rep < 2; rep += 1) {
    const { token } = await createPerson(address, admin, { role: 'rep' });
    clients.push(await openChat(address.url, token));
  }
  const chats: string[] = [];
  for (const client of [...clients, clients[0]!]) {
    const [first] = await client.ask('보관 온도가 어떻게 되나요?');
    chats.push(first!.conversationId);
    await client.ask('나루시럽은 어디에 보관하나요?', first!.conversationId);
  }
  await copy('middle', server.services.database);
  for (let turn = 0; turn < 3; turn += 1) await clients[0]!.ask('이번 달 내 실적은?', chats[0]);
  await callApi(address.url, 'POST', '/api/auth/login', {
    body: { email: 'nobody@test.example', password: 'x' },
  });
  const { turnId } = clients[0]!.events[0]!;
  await clients[0]!.socket.emitWithAck('chat:feedback', { turnId, rating: 'up' });
  for (const client of clients) client.close();
  await server.close();

  const database = await openDatabase(env);
  await copy('whole', database);
  const keys = createAuditKeys(key);
  const proofs = createRowProofs(keys.proofKey);
  const chain = createAuditChain({
    ...{ database, proofs, keys, daysKept: env.daysKept },
    repositories: createRepositories(database.sequelize, { proofs }),
    headStores: [createFolderHeads(heads)],
    logger: createLogger('fatal'),
  });
  const asSuperuser: SealedAudit['asSuperuser'] = (work) =>
    database.sequelize.transaction(async (transaction) => {
      const run = (text: string) => database.sequelize.query(text, { transaction });
      await run('SET LOCAL session_replication_role = replica');
      await work(run);
    });
  return {
    ...{ database, chain, asSuperuser },
    async sql<Row extends object>(text: string, bind: unknown[] = []) {
      const [rows] = await database.sequelize.query(text, { bind });
      return rows as Row[];
    },
    restore: (from) =>
      asSuperuser(async (run) => {
        for (const table of auditTables) {
          await run(`DELETE FROM ${table}`);
          await run(`INSERT INTO ${table} SELECT * FROM ${from}_${table}`);
        }
      }),
    async close() {
      await database.close();
      await remove();
      await rm(heads, { recursive: true });
    },
  };
}

/** Keeps what is written so far, all of one moment. */
async function copy(name: string, { sequelize }: Database): Promise<void> {
  await sequelize.transaction(async (transaction) => {
    await sequelize.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', { transaction });
    for (const table of auditTables)
      await sequelize.query(`CREATE TABLE ${name}_${table} AS SELECT * FROM ${table}`, { transaction });
  });
}
