// Child of clientCost.mjs: a whole server with a rep who has one long conversation.
import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';
import { fillLongConversation } from './longConversation.mjs';

const require = createRequire(import.meta.url);
const { startTestServer } = require('../../dist/test/server.js');
const { tireless } = require('../../dist/test/chatLimits.js');
const { createAdmin, createPerson, testPassword } = require('../../dist/test/people.js');

const [, , modelUrl, messages] = process.argv;
const server = await startTestServer({
  chatModel: { apiKey: 'scripted', baseUrl: modelUrl, model: 'scripted-model' },
  chatLimits: tireless,
});
const { id, email } = await createPerson(server, await createAdmin(server), { role: 'rep' });
const conversationId = await fillLongConversation(server.services.database.sequelize, id, Number(messages));

serveParent({ url: server.url, email, password: testPassword, conversationId }, {}, () => server.close());
