import { createRowProofs } from '../audit/chain/rowProofs';
import { AppError } from '../errors';
import { createRepositories, type Repositories } from '../repositories/repositories';
import { startServer, type RunningServer } from '../start/startServer';
import type { Database } from '../storage/database/database';
import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { openTestDatabase } from '../test/database';
import { createAdmin, createPerson, signIn } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';
import { serviceEnv } from '../test/services';
import { createAdmission } from './admission';

/** What a change of rights may take to reach every node, also on a machine that is busy with other things. */
const patienceMs = 5_000;

describe('admission', () => {
  let database: Database;
  let people: Repositories['people'];
  let sessions: Repositories['sessions'];
  let reads: number;
  let secondFactors: Repositories['secondFactors'];
  const counted = () => ({ sessions, secondFactors, people: { ...people, findSignedIn } });
  const findSignedIn = (id: number) => {
    reads += 1;
    return people.findSignedIn(id);
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    const proofs = createRowProofs(Buffer.alloc(32));
    ({ people, sessions, secondFactors } = createRepositories(database.sequelize, { proofs }));
  });
  afterAll(() => database.close());
  beforeEach(() => {
    reads = 0;
  });

  let number = 0;
  async function newPerson(): Promise<number> {
    number += 1;
    const employeeNo = `A${number}`;
    const email = `${employeeNo}@test.example`;
    const person = {
      employeeNo,
      name: '김나루',
      email,
      role: 'rep',
      team: null,
      passwordHash: null,
    } as const;
    const { id } = await people.create(person);
    await database.sequelize.transaction((transaction) =>
      sessions.create(
        {
          ...{ id: sessionOf(id), employeeId: id, tokenHash: `hash ${id}`, userAgent: null },
          expiresAt: new Date(Date.now() + 60_000),
        },
        transaction,
      ),
    );
    return id;
  }
  /** Everybody has one, whose key tells whose it is. */
  const sessionOf = (id: number) => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
  const change = (id: number, changes: Parameters<typeof people.update>[1]) =>
    database.sequelize.transaction((transaction) => people.update(id, changes, transaction));
  const claims = (employeeId: number, tokenVersion = 0, sessionId = sessionOf(employeeId)) => ({
    ...{ employeeId, tokenVersion, sessionId },
  });

  test('reads a person once for calls at the same time and shortly after', async () => {
    const id = await newPerson();
    const { admit } = createAdmission(counted());
    const actors = await Promise.all([admit(claims(id)), admit(claims(id))]);
    actors.push(await admit(claims(id)));
    expect(actors.map((actor) => actor.id)).toEqual([id, id, id]);
    expect(reads).toBe(1);
  });

  test('reads anew in time, also while calls keep coming', async () => {
    const id = await newPerson();
    const { admit } = createAdmission(counted());
    await admit(claims(id));
    await change(id, { active: false });
    // A reading that each call kept alive would never be refused.
    await expect(refusal(() => admit(claims(id)))).resolves.toBe('unauthenticated');
  });

  test('reads anew at once what was forgotten, also when a reading was under way', async () => {
    const id = await newPerson();
    const { admit, forget } = createAdmission(counted());
    await Promise.all([admit(claims(id)), change(id, { role: 'manager' }).then(() => forget(id))]);
    await expect(admit(claims(id))).resolves.toMatchObject({ role: 'manager' });
  });

  test('refuses nobody from memory: a new sign-in counts at once', async () => {
    const id = await newPerson();
    const { admit } = createAdmission(counted());
    await admit(claims(id));
    await change(id, { endSessions: true });
    await expect(admit(claims(id, 1))).resolves.toMatchObject({ id });
    await expect(admit(claims(id, 0))).rejects.toThrow(AppError);
  });

  test('refuses a sign-in that was ended, also while another of the same person goes on', async () => {
    const id = await newPerson();
    const { admit, forget } = createAdmission(counted());
    const other = '11111111-1111-4111-8111-111111111111';
    await expect(admit(claims(id, 0, other))).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(admit(claims(id))).resolves.toMatchObject({ id });
    await database.sequelize.transaction((transaction) => sessions.remove(sessionOf(id), transaction));
    forget(id);
    await expect(admit(claims(id))).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('remembers neither nobody nor a database that was away', async () => {
    const id = await newPerson();
    let isAway = true;
    const findUnlessAway = (key: number) =>
      isAway ? Promise.reject(new Error('away')) : people.findSignedIn(key);
    const { admit } = createAdmission({ ...counted(), people: { ...people, findSignedIn: findUnlessAway } });
    await expect(admit(claims(id))).rejects.toThrow('away');
    isAway = false;
    await expect(admit(claims(id))).resolves.toMatchObject({ id });
    await expect(admit(claims(9_999_999))).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('demands a second factor of the roles it is told, in every way but the one that sets it up', async () => {
    const id = await newPerson();
    const { admit, identify, standing } = createAdmission(counted(), ['rep']);
    await expect(admit(claims(id))).rejects.toMatchObject({ code: 'second_factor_demanded' });
    const owing = { id, owesSecondFactor: true, permissions: new Set() };
    await expect(identify(claims(id))).resolves.toMatchObject(owing);
    const asked = claims(id);
    expect((await standing([asked])).get(asked)).toMatchObject(owing);
    await expect(createAdmission(counted(), ['admin']).admit(asked)).resolves.toMatchObject({ id });
  });

  test('demands none before the tables for it are there: an admin gets in to migrate', async () => {
    const id = await newPerson();
    const { admit } = createAdmission(counted(), ['rep']);
    await database.sequelize.query('ALTER TABLE second_factors RENAME TO not_there_yet');
    await expect(admit(claims(id))).resolves.toMatchObject({ id });
    await database.sequelize.query('ALTER TABLE not_there_yet RENAME TO second_factors');
  });
});

// The embedded database has one process, where a change is known at once (see people.contract.test.ts).
(serviceEnv().database ? describe : describe.skip)('what changes on one node, on another', () => {
  let here: TestServer;
  let there: RunningServer;
  let admin: string;

  beforeAll(async () => {
    here = await startTestServer();
    there = await startServer({ ...here.env, processRole: 'server' }, () => {});
    admin = await createAdmin(here);
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  const status = async (path: string, token: string) =>
    (await callApi(there.url!, 'GET', path, { token })).status;
  const patch = (id: number, body: object) =>
    callApi(here.url, 'PATCH', `/api/employees/${id}`, { token: admin, body });

  /** Asks there without a pause, which must not keep an old reading alive, until the answer is `expected`. */
  async function untilAnswered(path: string, token: string, expected: number): Promise<number> {
    const changedAt = performance.now();
    while ((await status(path, token)) !== expected) {
      if (performance.now() - changedAt > 2 * patienceMs) throw new Error(`${path} never said ${expected}`);
    }
    return performance.now() - changedAt;
  }

  test.each([
    ['a deactivation', (id: number) => patch(id, { active: false })],
    ['a new password', (id: number) => patch(id, { password: 'another-password-2' })],
    [
      'a deactivation by whoever keeps the database',
      (id: number) =>
        here.services.database.sequelize.query(`UPDATE employees SET active = false WHERE id = ${id}`),
    ],
    [
      'a sign-out everywhere',
      (id: number) =>
        here.services.database.sequelize.query(
          `UPDATE employees SET token_version = token_version + 1 WHERE id = ${id}`,
        ),
    ],
  ])('%s shuts out within seconds', async (_name, take) => {
    const { id, token } = await createPerson(here, admin, { role: 'rep' });
    expect(await status('/api/auth/me', token)).toBe(200);
    await take(id);
    expect(await untilAnswered('/api/auth/me', token, 401)).toBeLessThan(patienceMs);
  });

  test('a role and a right are lost within seconds', async () => {
    const analyst = await createPerson(here, admin, { role: 'analyst' });
    expect(await status('/api/audit/turns', analyst.token)).toBe(200);
    await patch(analyst.id, { role: 'rep' });
    expect(await untilAnswered('/api/audit/turns', analyst.token, 403)).toBeLessThan(patienceMs);

    const give = (permissions: string[]) =>
      callApi(here.url, 'PUT', `/api/employees/${analyst.id}/permissions`, {
        token: admin,
        body: { permissions },
      });
    await give(['audit.read']);
    expect(await untilAnswered('/api/audit/turns', analyst.token, 200)).toBeLessThan(patienceMs);
    await give([]);
    expect(await untilAnswered('/api/audit/turns', analyst.token, 403)).toBeLessThan(patienceMs);
  });

  test('an open socket is shut within seconds', async () => {
    const { id, token } = await createPerson(here, admin, { role: 'rep' });
    const chat = await openChat(there.url!, token);
    const disconnected = new Promise<'shut'>((resolve) =>
      chat.socket.once('disconnect', () => resolve('shut')),
    );
    // The look at open sockets may shut it while an event waits for its answer, which then never comes.
    const resume = () =>
      Promise.race([
        disconnected,
        chat.socket
          .emitWithAck('chat:resume', {
            conversationId: '00000000-0000-4000-8000-000000000000',
            lastSeq: 0,
          })
          .catch(() => disconnected),
      ]);
    await resume();
    await patch(id, { active: false });
    const changedAt = performance.now();
    for (let isOpen = true; isOpen;) {
      const answer = await resume();
      isOpen = answer !== 'shut' && (answer.ok || answer.error.code !== 'unauthenticated');
      if (performance.now() - changedAt > 2 * patienceMs) throw new Error('the socket stayed open');
    }
    await disconnected;
    expect(performance.now() - changedAt).toBeLessThan(patienceMs);
  });

  test('who signs in again after a new password is let in at once', async () => {
    const { id, email, token } = await createPerson(here, admin, { role: 'rep' });
    expect(await status('/api/auth/me', token)).toBe(200);
    await patch(id, { password: 'another-password-2' });
    const fresh = await signIn(here.url, email, 'another-password-2');
    expect(await status('/api/auth/me', fresh)).toBe(200);
  });
});

/** Asks without a pause until refused. @returns the code of the refusal. */
async function refusal(ask: () => Promise<unknown>): Promise<string> {
  for (const deadline = Date.now() + 2 * patienceMs; Date.now() < deadline;) {
    try {
      await ask();
      // Lets the statements of others through.
      await new Promise((resolve) => setImmediate(resolve));
    } catch (error) {
      return (error as AppError).code;
    }
  }
  return 'never refused';
}
