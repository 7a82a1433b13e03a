import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { patienceMs } from '../patience';
import { says, waitsFor } from '../scriptedModel/scriptedAnswer';
import { serviceEnv } from '../services';
import { expectWholeChat } from './expectWholeChat';
import { startInstallation, type Installation } from './installation';
import { openConnections } from './processMemory';
import { nginxIsInstalled, startNginx, type StartedNginx } from './startedNginx';

const reason = !serviceEnv().database
  ? ' (left out: the embedded database has one process)'
  : nginxIsInstalled
    ? ''
    : ' (left out: nginx is not installed)';

(reason === '' ? describe : describe.skip)(`two servers behind nginx${reason}`, () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation(async () => ({ TRUST_PROXY_HOPS: '1' }));
    installation.model.otherwise(says('짧은 답변입니다.'));
  });
  afterAll(() => installation?.close());

  describe.each(['sticky.conf', 'websocket-only.conf'])('%s', (file) => {
    let nginx: StartedNginx;
    beforeAll(async () => {
      nginx = await startNginx(
        file,
        installation.nodes.map(({ url }) => new URL(url).host),
      );
    });
    afterAll(() => nginx?.stop());

    test('a chat goes on on the other server when its own one dies', async () => {
      const { nodes, rep, model } = installation;
      let goOn = () => {};
      model.script(waitsFor(new Promise<void>((resolve) => (goOn = resolve)), '여기까지 쓰고 멈춥니다.'));
      const chat = await openChat(nginx.url, rep.token);
      const ack = await chat.send('길게 설명해 줘');
      if (!ack.ok) throw new Error(ack.error.code);
      await chat.waitFor(({ type }) => type === 'text-delta');
      const cut = new Promise((resolve) => chat.socket.once('disconnect', resolve));
      await nodes[0]!.kill();
      // It was on one of the two, and only that one may have cut it.
      const wasThere = await Promise.race([cut.then(() => true), pause(500).then(() => false)]);
      if (!wasThere) goOn();

      const again = wasThere ? await openChat(nginx.url, rep.token) : chat;
      const { conversationId } = ack;
      if (wasThere) {
        const lastSeq = chat.events.at(-1)!.seq;
        await again.socket.emitWithAck('chat:resume', { conversationId, lastSeq });
      }
      await again.waitFor(({ type }) => type === (wasThere ? 'turn-failed' : 'turn-completed'));
      goOn();
      await again.ask('그다음', conversationId);
      const events = wasThere ? [...chat.events, ...again.events] : chat.events;
      await expectWholeChat(nginx.url, installation, events);
      again.close();
      // In the same place, so that nginx finds it there again.
      await installation.restart(0);
      await nginx.stop();
      nginx = await startNginx(
        file,
        installation.nodes.map(({ url }) => new URL(url).host),
      );
    });

    test('both servers are used, and a sign-in on one counts on the other', async () => {
      const { nodes, rep } = installation;
      const before = await Promise.all(nodes.map(({ url }) => openConnections(url)));
      const chats = await Promise.all(Array.from({ length: 12 }, () => openChat(nginx.url, rep.token)));
      for (const chat of chats) expect((await chat.ask('안녕')).at(-1)!.type).toBe('turn-completed');
      const me = await Promise.all(
        Array.from({ length: 8 }, () => callApi(nginx.url, 'GET', '/api/auth/me', { token: rep.token })),
      );
      expect(me.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
      const open = await Promise.all(nodes.map(({ url }) => openConnections(url)));
      open.forEach((count, node) => expect(count).toBeGreaterThan(before[node]!));
      for (const chat of chats) chat.close();
    });

    test('long polling works where a browser stays with its server, and is refused where it does not', async () => {
      const socket = io(nginx.url, {
        auth: { token: installation.rep.token },
        transports: ['polling'],
        // Keeps cookies, as a browser does.
        withCredentials: true,
        forceNew: true,
        reconnection: false,
      });
      const outcome = await Promise.race([
        new Promise((resolve) => socket.once('connect', () => resolve('connected'))),
        new Promise((resolve) => socket.once('connect_error', () => resolve('refused'))),
      ]);
      expect(outcome).toBe(file === 'sticky.conf' ? 'connected' : 'refused');
      if (outcome === 'connected') {
        const question = { clientMessageId: crypto.randomUUID(), text: '폴링으로 묻습니다' };
        expect(await socket.timeout(patienceMs).emitWithAck('chat:send', question)).toMatchObject({
          ok: true,
        });
      }
      socket.disconnect();
    });
  });
});
