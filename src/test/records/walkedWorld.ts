import type { Env } from '../../env';
import { koreanDay } from '../../shared/koreanTime';
import { createPseudonyms } from '../../audit/pseudonyms';
import { callApi } from '../api';
import { askFor, waitForExport } from '../auditExports';
import { openChat } from '../chatClient';
import { tireless } from '../chatLimits';
import { uploadDocument, waitForDocument } from '../documents';
import { runImportFile } from '../imports';
import { createPerson, signIn, testPassword, type TestPerson } from '../people';
import { addCustomersWithSales } from '../salesRows';
import { freePort } from '../freePort';
import { startCompanyProvider, type CompanyProvider } from '../oidc/companyProvider';
import { startTestServer, type TestServer } from '../server';

/** A small company in which every call of the contract has something to do, each as often as it is asked for. */
export interface WalkedWorld {
  server: WalkedServer;
  admin: string;
  analyst: TestPerson;
  rep: TestPerson;
  /** A chat of the rep with an answer that has a table. */
  newChat(): Promise<{ conversationId: string; turnId: string }>;
  newDocument(): Promise<string>;
  /** A document that waits or is being read. */
  newQueuedDocument(): Promise<string>;
  /** An import with one row that was loaded and one that was not. */
  newImport(): Promise<{ id: string; rejectId: number }>;
  newQueuedImport(): Promise<string>;
  /** The refresh cookie of a sign-in. */
  newCookie(): Promise<string>;
  /** An export of the analyst's whose file is there. */
  newExport(): Promise<string>;
  newQueuedExport(): Promise<string>;
  /** What an analyst who may identify nobody knows the rep by. */
  pseudonym: string;
  /** A call that must go well; the admin makes it where no token is given. */
  make<Body = { id: number }>(method: string, path: string, body?: unknown, token?: string): Promise<Body>;
  /** A word that was not used before. */
  fresh(prefix: string): string;
}

/** A server that every route of the contract has something to do in, and the company's provider. */
export interface WalkedServer extends TestServer {
  provider: CompanyProvider;
}

/** Starts one with a key of its own for pseudonyms, and no limit on questions. */
export async function startWalkedServer(changes: Partial<Env> = {}): Promise<WalkedServer> {
  const port = await freePort();
  const provider = await startCompanyProvider(`http://127.0.0.1:${port}`);
  const server = await startTestServer({
    ...{ port, chatLimits: tireless, companySignIn: provider.settings },
    auditKey: 'a key that only the tests of records know',
    ...changes,
  });
  return {
    ...server,
    provider,
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}

/** @param admin access token of an admin */
export async function buildWalkedWorld(server: WalkedServer, admin: string): Promise<WalkedWorld> {
  const { url, services } = server;
  const rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const analyst = await createPerson(server, admin, { role: 'analyst' });
  await addCustomersWithSales(services, { employeeId: rep.id, count: 2, soldOn: koreanDay(new Date()) });
  let count = 0;
  const fresh = (prefix: string) => `${prefix}${(count += 1)}`;
  const sql = (statement: string, id: string) =>
    services.database.sequelize.query(statement, { bind: { id } });

  const newDocument = async () => {
    const { id } = await uploadDocument(
      server,
      admin,
      `${fresh('규정')}.txt`,
      `설명회 식음료 한도 ${fresh('제')}조`,
    );
    await waitForDocument(server, admin, id);
    return id;
  };
  const newImport = async () => {
    const codes = [fresh('W'), fresh('W')];
    const lines = ['code,name,type', `${codes[0]},가나의원,의원`, `${codes[1]},다라의원,없는종류`];
    const { id } = await runImportFile(server, admin, 'customers', lines);
    const [[reject]] = (await sql('SELECT id FROM import_rejects WHERE batch_id = $id', id)) as [
      { id: number }[],
      unknown,
    ];
    return { id, rejectId: reject!.id };
  };

  const newExport = async () => {
    const { body } = await askFor(server, analyst.token, {});
    await waitForExport(server, analyst.token, body.id);
    return body.id;
  };
  await callApi(url, 'PUT', `/api/employees/${analyst.id}/permissions`, {
    token: admin,
    body: { permissions: ['audit.identify'] },
  });

  return {
    ...{ server, admin, analyst, rep, newDocument, newImport, newExport, fresh },
    pseudonym: createPseudonyms(services.env.auditKey!).of(rep.id),
    async newQueuedExport() {
      const id = await newExport();
      await sql(`UPDATE audit_exports SET status = 'queued' WHERE id = $id`, id);
      return id;
    },
    async newChat() {
      const chat = await openChat(url, rep.token);
      try {
        const [event] = await chat.ask('이번 달 거래처별 매출 알려줘');
        return { conversationId: event!.conversationId, turnId: event!.turnId };
      } finally {
        chat.close();
      }
    },
    async newQueuedDocument() {
      const id = await newDocument();
      await sql(`UPDATE documents SET status = 'queued' WHERE id = $id`, id);
      return id;
    },
    async newQueuedImport() {
      const { id } = await newImport();
      await sql(`UPDATE import_batches SET status = 'queued' WHERE id = $id`, id);
      return id;
    },
    async newCookie() {
      const body = { email: rep.email, password: testPassword };
      const { headers } = await callApi(url, 'POST', '/api/auth/login', { body });
      return headers.getSetCookie()[0]!.split(';')[0]!;
    },
    async make(method, path, body, token = admin) {
      const answer = await callApi(url, method, path, { token, body });
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
      return answer.body as never;
    },
  };
}

/** The first admin of a new server, who is made by a call that is looked at itself. */
export const firstAdmin = { name: '관리자', email: 'admin@test.example', password: testPassword };

export const signInFirstAdmin = (server: TestServer) => signIn(server.url, firstAdmin.email);
