import { openSync, closeSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openChat } from '../test/chatClient';
import { createTestDatabase } from '../test/database';
import { startProgram } from '../test/e2e/startedProgram';
import { emptyBucket } from '../test/emptyBucket';
import { serviceSettings } from '../test/faults/startedWorker';
import { createAdmin, createPerson } from '../test/people';
import { callsTools, fails, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedModel } from '../test/scriptedModel/scriptedModel';
import { dropIndexes } from '../test/server';
import { serviceEnv } from '../test/services';

interface Line {
  msg: string;
  turnId?: string;
  requestId?: string;
  status?: string;
  step?: string;
}

/** The built program writes what two people ask at once; its log is read when it has ended. */
test('each line of a turn says which turn it is of, and those of two at once are told apart', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-log-'));
  const logFile = path.join(folder, 'log');
  const log = openSync(logFile, 'a');
  const model = await startScriptedModel();
  const services = serviceEnv();
  const openSearch = services.openSearch && {
    ...services.openSearch,
    indexPrefix: path.basename(folder).toLowerCase(),
  };
  const minio = services.minio && { ...services.minio, bucket: path.basename(folder).toLowerCase() };
  try {
    const program = await startProgram(
      database.settings.dataDir,
      {
        ...{ DEMO: '0', LOG_LEVEL: 'debug', OPENAI_API_KEY: 'scripted', OPENAI_BASE_URL: model.url },
        CHAT_MODEL: 'scripted-model',
        ...serviceSettings({ database: database.settings.database, openSearch, minio }),
      },
      log,
    );
    const admin = await createAdmin(program);
    model.otherwise(({ messages }) => {
      if (JSON.stringify(messages).includes('망가진')) return fails();
      if (messages.some(({ role }) => role === 'tool')) return says('없습니다.');
      return callsTools({ name: 'search_documents', arguments: { query: '반품' } });
    });
    const asked = await Promise.all(
      ['반품 기한은?', '망가진 모델에게 묻는 질문'].map(async (question) => {
        const { token } = await createPerson(program, admin, { role: 'rep' });
        const chat = await openChat(program.url, token);
        const events = await chat.ask(question);
        chat.close();
        return events[0]!.turnId;
      }),
    );
    expect(await program.stop()).toBe(0);

    const written = (await readFile(logFile, 'utf8')).trim().split('\n');
    const lines = written.map((line) => JSON.parse(line) as Line);
    for (const turnId of asked) {
      const own = lines.filter((line) => line.turnId === turnId);
      expect(own[0]).toMatchObject({ msg: 'turn begins', requestId: expect.any(String) });
      expect(own.at(-1)).toMatchObject({
        msg: 'turn ended',
        status: 'completed',
        requestId: own[0]!.requestId,
      });
      expect(own.some(({ step }) => step === 'model')).toBe(true);
    }
    const [good, broken] = asked.map((turnId) =>
      lines.filter((line) => line.turnId === turnId && line.msg === 'step failed'),
    );
    expect([good!.length, broken!.length > 0]).toEqual([0, true]);
    // What is no step of a turn says none.
    const ofTurns = ['turn begins', 'turn ended', 'step', 'step failed'];
    expect(lines.filter((line) => ofTurns.includes(line.msg) && line.turnId === undefined)).toEqual([]);
  } finally {
    closeSync(log);
    await model.close();
    if (minio) await emptyBucket(minio);
    if (openSearch) await dropIndexes(openSearch);
    await database.remove();
    await rm(folder, { recursive: true });
  }
});
