import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy before a real server, which a test can cut and join again: the server itself stays up for others. */
export interface CuttableProxy {
  /** `url` of the real server, through the proxy. */
  url: string;
  /** Ends every connection as a host that is gone does, and refuses new ones. */
  cut(): void;
  /** Keeps connections and takes new ones, and carries nothing either way. */
  stall(): void;
  /** Carries what is asked and throws away what is answered. Connections are of no use afterwards: `cut` them. */
  loseAnswers(): void;
  /** All is well again; what was held up is carried on. */
  join(): void;
  close(): Promise<void>;
}

type State = 'joined' | 'cut' | 'stalled' | 'losing answers';

export async function startCuttableProxy(targetUrl: string): Promise<CuttableProxy> {
  const target = new URL(targetUrl);
  /** Both ends of each connection, what comes from the client first. */
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: State = 'joined';

  const carry = ([incoming, outgoing]: readonly [Socket, Socket]) => {
    for (const socket of [incoming, outgoing]) socket.unpipe().pause();
    if (state === 'stalled') return;
    incoming.pipe(outgoing);
    if (state === 'losing answers') outgoing.resume();
    else outgoing.pipe(incoming);
  };
  /** Those who came while nothing is carried, until they give up: the real server does not hear of them. */
  const kept = new Set<Socket>();
  const server = createServer((incoming) => {
    if (state === 'cut') incoming.resetAndDestroy();
    else if (state === 'stalled') keep(incoming);
    else admit(incoming, []);
  });
  const keep = (incoming: Socket) => {
    const said: Buffer[] = [];
    const hear = (data: Buffer) => void said.push(data);
    kept.add(incoming);
    incoming.on('data', hear);
    incoming.on('error', () => {}); // told by `close`, which follows
    incoming.on('end', () => kept.delete(incoming));
    incoming.on('close', () => kept.delete(incoming));
    incoming.once('joined', () => {
      incoming.off('data', hear);
      kept.delete(incoming);
      admit(incoming, said);
    });
  };
  const admit = (incoming: Socket, said: Buffer[]) => {
    const outgoing = connect(Number(target.port), target.hostname);
    const pair = [incoming, outgoing] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [outgoing, incoming]] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
    for (const data of said) outgoing.write(data);
    carry(pair);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(targetUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const enter = (next: State) => {
    state = next;
    for (const pair of pairs) {
      if (next === 'cut') pair[0].resetAndDestroy();
      else carry(pair);
    }
    for (const incoming of kept) {
      if (next === 'cut') incoming.destroy();
      else if (next !== 'stalled') incoming.emit('joined');
    }
  };
  return {
    url: url.toString().replace(/\/$/, ''),
    cut: () => enter('cut'),
    stall: () => enter('stalled'),
    loseAnswers: () => enter('losing answers'),
    join: () => enter('joined'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        enter('cut');
      }),
  };
}
