// Child of turnCost.mjs and auditCost.mjs: a whole server, with one document and one rep; `without-audit` takes its audit out.
import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';
import { takeAuditOut } from './withoutAudit.mjs';

const require = createRequire(import.meta.url);
if (process.argv[3] === 'without-audit') takeAuditOut();
const { startTestServer } = require('../../dist/test/server.js');
const { tireless } = require('../../dist/test/chatLimits.js');
const { createAdmin, createPerson } = require('../../dist/test/people.js');
const { uploadDocument, waitForDocument } = require('../../dist/test/documents.js');

const server = await startTestServer({
  chatModel: { apiKey: 'scripted', baseUrl: process.argv[2], model: 'scripted-model' },
  // One person asks without a pause: the limits are looked at, and not reached.
  chatLimits: tireless,
});
const admin = await createAdmin(server);
const rule = '나루시럽은 2℃에서 8℃ 사이의 냉장고에 보관한다.';
const { id } = await uploadDocument(server, admin, 'rule.txt', rule);
await waitForDocument(server, admin, id);
const { token } = await createPerson(server, admin, { role: 'rep' });

serveParent(
  { url: server.url, token },
  {
    async verify() {
      const began = performance.now();
      const { ok, checked } = await server.services.auditChain.verify();
      return { ok, rows: checked, seconds: (performance.now() - began) / 1_000 };
    },
  },
  () => server.close(),
);
