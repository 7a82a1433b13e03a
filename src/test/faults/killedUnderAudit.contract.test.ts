import { setTimeout as pause } from 'node:timers/promises';
import type { AuditVerificationDto } from '../../shared/auditChain';
import { isTurnEnd } from '../../shared/isTurnEnd';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { patienceMs } from '../patience';
import { says } from '../scriptedModel/scriptedAnswer';
import { startInstallation, type Installation } from './installation';

/** Kills in all; `npm run test:faults` asks for 50. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 3);

/** Chats that ask without a pause until their server is gone. */
const chatsAtOnce = 4;

/** Milliseconds of load before a kill at most: within some, and just after others, of the looks of the sealer. */
const loadMs = 1_500;

let installation: Installation;
let verified = 0;
let checked = 0;
let asked = 0;

beforeAll(async () => {
  installation = await startInstallation(undefined, () => ({ CHAT_QUESTIONS_PER_MINUTE: '100000' }));
  installation.model.otherwise(() => says('감사 기록은 전원이 꺼져도 이어집니다.', { chunks: 10 }));
});
afterAll(async () => {
  await installation?.close();
  console.log(`chain verified after ${verified} of ${rounds} kills (${asked} turns, ${checked} rows)`);
});

test(
  'the chain verifies after each kill under load',
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const dying = round % installation.nodes.length;
      const load: Promise<void>[] = [];
      await new Promise<void>((begun) => {
        for (let chat = 0; chat < chatsAtOnce; chat += 1)
          load.push(askUntilGone(installation.nodes[dying]!.url, begun));
      });
      await pause(Math.random() * loadMs);
      await installation.nodes[dying]!.kill();
      await Promise.all(load);
      await installation.restart(dying);
      const url = installation.nodes[round % installation.nodes.length]!.url;
      const { findings, checked: rows } = await verify(url);
      expect({ round, findings }).toEqual({ round, findings: [] });
      verified += 1;
      checked = rows;
    }
    // What was begun by those that are gone has been ended by others, sealed, and still verifies.
    expect((await verify(installation.nodes[0]!.url)).findings).toEqual([]);
  },
  rounds * 60_000,
);

/** Asked again where the database was too busy to answer. */
async function verify(url: string): Promise<AuditVerificationDto> {
  const { token } = installation.analyst;
  for (const deadline = Date.now() + patienceMs; ; await pause(500)) {
    const { status, body } = await callApi<AuditVerificationDto>(url, 'GET', '/api/audit/verify', { token });
    if (status === 200) return body;
    if (status !== 503 || Date.now() > deadline) throw new Error(`verifying answered ${status}`);
  }
}

/** Asks one question after another in a chat of its own; `begun` once the first was taken, or none can be. */
async function askUntilGone(url: string, begun: () => void): Promise<void> {
  const chat = await openChat(url, installation.rep.token).catch(() => null); // gone before it was open
  if (!chat) return begun();
  const gone = new Promise<null>((resolve) => chat.socket.once('disconnect', () => resolve(null)));
  let conversationId: string | undefined;
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline && chat.socket.connected;) {
    const ack = await Promise.race([chat.send('기록이 남나요?', { conversationId }).catch(() => null), gone]);
    begun();
    if (!ack?.ok) break;
    conversationId = ack.conversationId;
    asked += 1;
    const ended = chat.waitFor((event) => event.turnId === ack.turnId && isTurnEnd(event));
    ended.catch(() => {}); // cut off with its server
    if ((await Promise.race([ended, gone])) === null) break;
  }
  chat.close();
}
