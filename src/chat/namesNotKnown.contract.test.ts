import { openChat } from '../test/chatClient';
import { createPerson } from '../test/people';
import { fails, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

const name = '라온피부과의원';
const alias = '단골라온';

let scripted: ScriptedServer;
let owner: string;
let other: string;
beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin } = scripted;
  const looksAfter = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  owner = looksAfter.token;
  other = (await createPerson(server, admin, { role: 'rep', team: '서울2팀' })).token;
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, aliases) VALUES (1, 'C1', '${name}', '의원', '{${alias}}');
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (${looksAfter.id}, 1, '2020-01-01');`);
});
afterAll(() => scripted?.close());

/** Asks by the alias, then goes on. @returns all that the reader and the model were sent. */
async function followUp(token: string): Promise<string> {
  const { model, server } = scripted;
  const chat = await openChat(server.url, token);
  const first = model.requests.length;
  const [event] = await chat.ask(`${alias} 상담 규정이 뭐야?`);
  await chat.ask('그럼 기간은?', event!.conversationId);
  chat.close();
  return JSON.stringify([chat.events, model.requests.slice(first).map(({ body }) => body.messages)]);
}

test.each([
  ['a model', says('찾은 내용이 없습니다.')],
  ['the planner in its place', fails()],
])('%s is told what a customer is called by those only who know the customer', async (_, answer) => {
  scripted.model.otherwise(answer);
  expect(await followUp(owner)).toContain(name);
  expect(await followUp(other)).not.toContain(name);
});
