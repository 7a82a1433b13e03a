import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createLogger } from '../../logging/logger';
import { createTestDatabase } from '../../test/database';
import { serviceEnv } from '../../test/services';
import { openNotifications } from './notifications';
import { openDatabase } from './openDatabase';

// Within one process nothing listens.
(serviceEnv().database ? test : test.skip)(
  'a listening connection that comes about while it is closed is ended',
  async () => {
    const { settings, remove } = await createTestDatabase('bare');
    const database = await openDatabase(settings);
    const target = new URL(settings.database!.url);
    const join = (incoming: Socket) => {
      const outgoing = connect({ host: target.hostname, port: Number(target.port || 5432) });
      incoming.pipe(outgoing).pipe(incoming);
      for (const socket of [incoming, outgoing]) socket.on('error', () => {}); // its end says so too
    };
    const proxy = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
    const url = new URL(target);
    await once(proxy, 'listening');
    url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;

    const first = once(proxy, 'connection') as Promise<[Socket]>;
    void first.then(([incoming]) => join(incoming));
    const notifications = await openNotifications<string>(
      { database: { url: url.toString(), poolSize: 1 } },
      'test_closing',
      database,
      createLogger('silent'),
    );
    const missed: string[] = [];
    notifications.onMissed(() => missed.push('missed'));
    const again = once(proxy, 'connection') as Promise<[Socket]>;
    (await first)[0].destroy();
    const [incoming] = await again;
    await notifications.close();
    join(incoming);
    try {
      await once(incoming, 'close', { signal: AbortSignal.timeout(5_000) });
      expect(missed).toEqual([]);
    } finally {
      incoming.destroy();
      proxy.close();
    }
    await database.close();
    await remove();
  },
  20_000,
);
