import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChunkDto, DocumentDto, ReconcileReport } from '../../shared/documents';
import { callApi } from '../api';
import { uploadDocument, waitForDocument } from '../documents';
import { newDataDir, startProgram, type StartedProgram } from '../e2e/startedProgram';
import { createAdmin, signIn } from '../people';
import { serviceEnv } from '../services';

/** Kills in all. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 2);

/** When the power goes: at a progress of ingestion, or while a document is being deleted. */
const steps = [85, 'removing', 40, 5, 80, 90, 95] as const;

const settings = { DEMO: '0', LOG_LEVEL: 'fatal' };

// Everything embedded, in one process. With real servers it is their workers that are killed.
(serviceEnv().database ? describe.skip : describe)('a program that is killed', () => {
  let dataDir: string;
  let program: StartedProgram;
  let token: string;

  beforeAll(async () => {
    dataDir = await newDataDir();
    program = await startProgram(dataDir, settings);
    token = await createAdmin(program);
  });
  afterAll(async () => {
    expect(await program.stop()).toBe(0);
    await rm(dataDir, { recursive: true });
  });

  test.each(Array.from({ length: rounds }, (_, round) => [round + 1, steps[round % steps.length]!] as const))(
    'goes on with its work at its next start (round %i, at %s)',
    async (round, step) => {
      const { id } = await uploadDocument(program, token, `rules-${round}.txt`, rules(round));
      if (step === 'removing') {
        await waitForDocument(program, token, id);
        const removal = remove(id).catch(() => {}); // its answer may never come
        while ((await read(id)).status === 200) await pause(0);
        await restart();
        await removal;
      } else {
        while ((await read(id)).body.progress < step) await pause(0);
        await restart();
        expect((await waitForDocument(program, token, id)).status).toBe('indexed');
        const interrupted = await chunksOf(id);
        await callApi(program.url, 'POST', `/api/documents/${id}/reindex`, { token });
        expect((await waitForDocument(program, token, id)).status).toBe('indexed');
        expect(await chunksOf(id)).toEqual(interrupted);
        expect(interrupted.length).toBeGreaterThan(10);
        expect((await reconcile()).files).toBe(1);
        await remove(id);
      }
      const { findings } = await reconcile();
      expect(findings).toEqual([]);
      expect(await storedFiles()).toEqual([]);
    },
    120_000,
  );

  async function restart(): Promise<void> {
    await program.kill();
    program = await startProgram(dataDir, settings);
    token = await signIn(program.url, 'admin@test.example');
  }

  const read = (id: string) => callApi<DocumentDto>(program.url, 'GET', `/api/documents/${id}`, { token });
  const remove = (id: string) => callApi(program.url, 'DELETE', `/api/documents/${id}`, { token });

  async function chunksOf(id: string): Promise<ChunkDto[]> {
    const path = `/api/documents/${id}/chunks`;
    return (await callApi<{ items: ChunkDto[] }>(program.url, 'GET', path, { token })).body.items;
  }

  /** Asked until the deletion that goes on at the start has come to its end. */
  async function reconcile(): Promise<ReconcileReport> {
    for (;;) {
      const report = await callApi<ReconcileReport>(program.url, 'POST', '/api/documents/reconcile', {
        token,
      });
      expect(report.status).toBe(200);
      if (report.body.documents === report.body.files) return report.body;
      await pause(100);
    }
  }

  async function storedFiles(): Promise<string[]> {
    const entries = await readdir(path.join(dataDir, 'objects'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }
});

function rules(round: number): string {
  return Array.from(
    { length: 2_000 },
    (_, at) => `제${at + 1}조 ${round}호 창고의 온도는 ${at % 40}도이다.`,
  ).join('\n');
}
