import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));

const { isTurnEnd } = dist('shared/isTurnEnd');

/**
 * Asks a person's questions in one chat, each once the one before is answered, by the way a socket takes.
 * @returns one answer a question: {text, tables, searched, queriedNothing, failed}
 */
export async function askConversation(services, conversation) {
  const actor = await actorOf(services, conversation[0].as);
  const answers = [];
  let conversationId;
  for (const { set, question } of conversation) {
    const language = set === 'en' ? 'en' : 'ko';
    const events = await turnOf(services, { actor, conversationId, language, text: question });
    conversationId = events[0].conversationId;
    answers.push({ employeeId: actor.id, ...answerOf(events) });
  }
  return answers;
}

async function actorOf({ repositories }, employeeNo) {
  const { permissionsOf } = dist('policies/permissions');
  const person = await repositories.people.findByEmployeeNo(employeeNo);
  if (!person) throw new Error(`nobody has the number ${employeeNo}`);
  const { id, name, email, role, team, extraPermissions } = person;
  return { id, employeeNo, name, email, role, team, permissions: permissionsOf(role, extraPermissions) };
}

/** The events of one turn. */
function turnOf({ chat, feed }, { actor, conversationId, language, text }) {
  return new Promise((resolve, reject) => {
    const events = [];
    let leave = () => {};
    const listen = (come) => {
      events.push(...come);
      if (!isTurnEnd(events.at(-1))) return;
      leave();
      resolve(events);
    };
    const question = { clientMessageId: randomUUID(), text, ...(conversationId ? { conversationId } : {}) };
    const follow = (id) => (leave = feed.subscribe(id, listen));
    chat.send(actor, question, language, follow).catch((error) => {
      leave();
      reject(error);
    });
  });
}

function answerOf(events) {
  const of = (type) => events.filter((event) => event.type === type);
  const names = new Map(of('step-started').map(({ stepId, name }) => [stepId, name]));
  const ended = of('step-finished').map(({ stepId, ok }) => ({ name: names.get(stepId), ok }));
  const tables = of('table');
  return {
    text: of('text-delta')
      .map(({ text }) => text)
      .join(''),
    tables,
    searched: ended.some(({ name }) => name === 'search_documents'),
    queriedNothing: tables.length === 0 && ended.some(({ name, ok }) => ok && /^query_|^run_sql$/.test(name)),
    failed: of('turn-failed')[0]?.code ?? null,
  };
}
