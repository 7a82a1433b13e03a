import { allRoutes } from '../../app';
import type { Env } from '../../env';
import { callApi } from '../../test/api';
import { startCuttableProxy } from '../../test/cuttableProxy';
import { createAdmin } from '../../test/people';
import { fillPath, routeCalls, type RouteCall } from '../../test/records/routeCalls';
import { buildWalkedWorld, startWalkedServer } from '../../test/records/walkedWorld';
import { serviceEnv } from '../../test/services';

const { openSearch, minio, embeddings } = serviceEnv();

interface Case {
  part: string;
  /** Where it is; undefined: embedded, and not to be cut off. */
  target: string | undefined;
  settings: (url: string) => Partial<Env>;
  /** What routes answer that cannot do without it; where there is none, all do. */
  code?: string;
}

const cases: Case[] = [
  {
    part: 'search index',
    target: openSearch?.url,
    settings: (url) => ({ openSearch: { ...openSearch!, url } }),
    code: 'search_unavailable',
  },
  {
    part: 'file store',
    target: minio?.endpoint,
    settings: (endpoint) => ({ minio: { ...minio!, endpoint } }),
    code: 'file_store_unavailable',
  },
  {
    part: 'embedding model',
    target: embeddings?.url,
    settings: (url) => ({ embeddings: { ...embeddings!, url } }),
  },
];

// `callApi` compares each answer with the description.
for (const { part, target, settings, code } of cases) {
  (target ? test : test.skip)(
    `what every route answers while the ${part} is away is in the description`,
    async () => {
      const proxy = await startCuttableProxy(target!);
      const server = await startWalkedServer(settings(proxy.url));
      const world = await buildWalkedWorld(server, await createAdmin(server));
      const calls: { method: string; path: string; call: RouteCall }[] = [];
      for (const { method, path } of allRoutes(server.services))
        calls.push({ method, path, call: await routeCalls[`${method} ${path}`]!(world) });
      proxy.cut();
      const codes = new Set<unknown>();
      const against: string[] = [];
      for (const { method, path, call } of calls) {
        const { form, headers } = call;
        await callApi<{ code?: string }>(server.url, method.toUpperCase(), fillPath(path, call), {
          ...{ token: call.token ?? world.admin, body: call.body, form, headers },
        }).then(
          ({ status, body }) => status >= 500 && path !== '/readyz' && codes.add(body.code),
          (error: unknown) => against.push(String(error)),
        );
      }
      expect(against).toEqual([]);
      expect([...codes]).toEqual(code ? [code] : []);
      proxy.join();
      await server.close();
      await proxy.close();
    },
  );
}
