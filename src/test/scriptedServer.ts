import type { Env } from '../env';
import { createAdmin } from './people';
import { startScriptedModel, type ScriptedModel } from './scriptedModel/scriptedModel';
import { startTestServer, type TestServer } from './server';

/** A server whose chat model is a scripted endpoint, with its first admin. */
export interface ScriptedServer {
  model: ScriptedModel;
  server: TestServer;
  /** Access token. */
  admin: string;
  close(): Promise<void>;
}

export async function startScriptedServer(changes: Partial<Env> = {}): Promise<ScriptedServer> {
  const model = await startScriptedModel();
  const server = await startTestServer({
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
    ...changes,
  });
  return {
    model,
    server,
    admin: await createAdmin(server),
    async close() {
      await server.close();
      await model.close();
    },
  };
}
