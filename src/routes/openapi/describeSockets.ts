import { clientEvents, serverEvents } from '../../shared/socketEvents';
import { exampleOf } from './exampleOf';
import { toJsonSchema, type JsonSchema, type SchemaComponents } from './jsonSchema';

/** The events of the sockets as AsyncAPI 3.0, as the server sees them: it receives what clients send, and replies. */
export function describeSockets(version: string): { asyncapi: string; [member: string]: unknown } {
  const schemas: SchemaComponents = {};
  const messages: Record<string, object> = {};
  const operations: Record<string, object> = {};

  const message = (key: string, name: string, summary: string, payload: JsonSchema): object => {
    messages[key] = { name, summary, payload, examples: [{ payload: exampleOf(payload, schemas, name) }] };
    return { $ref: `${channel}/messages/${key}` };
  };
  for (const [name, { summary, payload, ack }] of Object.entries(clientEvents)) {
    const key = keyOf(name);
    const sent = message(key, name, summary, toJsonSchema(payload, 'input', schemas));
    const acknowledged = `What acknowledges \`${name}\`.`;
    const reply = message(`${key}Ack`, name, acknowledged, toJsonSchema(ack, 'output', schemas));
    operations[key] = {
      ...{ action: 'receive', channel: { $ref: channel }, summary, messages: [sent] },
      reply: { channel: { $ref: channel }, messages: [reply] },
    };
  }
  for (const [name, { summary, payload }] of Object.entries(serverEvents)) {
    const key = keyOf(name);
    const sent = message(key, name, summary, toJsonSchema(payload, 'output', schemas));
    operations[key] = { action: 'send', channel: { $ref: channel }, summary, messages: [sent] };
  }
  const pointers = Object.keys(messages).map((key) => [key, { $ref: `#/components/messages/${key}` }]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'NaruTalk sockets',
      version,
      description:
        'Socket.IO, default namespace, handshake `auth: {token, language?}` with the access token of `POST /api/auth/login`. ' +
        'An event that a client sends is acknowledged; a connection that is refused says so in `connect_error` with `data: {code, message}`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: { sockets: { address: '/socket.io', messages: Object.fromEntries(pointers) as object } },
    operations,
    components: { messages, schemas },
  };
}

const channel = '#/channels/sockets';

/** `chatSend` for `chat:send`. */
function keyOf(name: string): string {
  return name.replace(/[:-](\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
