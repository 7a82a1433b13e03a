import { callApi } from '../api';
import type { TestServer } from '../server';
import type { CanaryCompany } from './canaryCompany';
import type { Probe } from './probe';

/** A chat of somebody, by its keys. */
export interface OwnedChat {
  owner: string;
  conversationId: string;
  turnId: string;
}

/**
 * Routes that everybody who is signed in may call: those that answer company data are probed here. A new route has to be put
 * into one of the two lists.
 */
export const probedRoutes = [
  'get /api/documents',
  'get /api/documents/:id',
  'get /api/documents/:id/content',
  'get /api/documents/:id/chunks',
  'post /api/search',
  'get /api/conversations',
  'get /api/conversations/:id/messages',
];
export const routesWithoutCompanyData = ['get /api/auth/me'];

/** Routes of analysts and admins, which a rep is refused whole. */
const closedPaths: [method: string, path: string][] = [
  ['GET', '/api/audit/turns?limit=100'],
  ['GET', '/api/employees'],
  ['GET', '/api/assignments'],
  ['GET', '/api/content-gaps'],
  ['GET', '/api/search-words'],
  ['GET', '/api/verified-queries'],
  ['GET', '/admin/migrations'],
];

/** Calls of every REST route that answers company data, by everybody for what is another's. */
export function routeProbes(server: TestServer, company: CanaryCompany, chats: OwnedChat[]): Probe[] {
  return company.askers.flatMap((asker) => {
    const call = (method: string, path: string, body?: object): Probe => ({
      family: `${method} ${path.replace(/[0-9a-f-]{36}/u, ':id').replace(/\?.*/u, '')}`,
      asker,
      asked: [path, body],
      run: async () => {
        const { token } = asker;
        const { status, body: answer } = await callApi(server.url, method, path, { token, body });
        if (status >= 500) throw new Error(`${method} ${path} answered ${status}`);
        return answer;
      },
    });
    const documents = company.documents
      .filter(({ owner }) => owner !== asker.key)
      .flatMap(({ id, title, mark }) => [
        call('GET', `/api/documents/${id}`),
        call('GET', `/api/documents/${id}/content`),
        call('GET', `/api/documents/${id}/chunks`),
        call('GET', `/api/documents?q=${encodeURIComponent(title)}`),
        call('POST', '/api/search', { query: `${title} ${mark}`, topK: 50 }),
        call('POST', '/api/search', { query: mark }),
      ]);
    const messages = chats
      .filter(({ owner }) => owner !== asker.key)
      .flatMap(({ conversationId, turnId }) => [
        call('GET', `/api/conversations/${conversationId}/messages`),
        call('GET', `/api/audit/turns/${turnId}`),
        call('GET', `/api/audit/turns/${turnId}/trace`),
        call('POST', '/api/verified-queries', { turnId }),
      ]);
    const lists = [
      call('GET', '/api/conversations'),
      call('GET', '/api/documents?limit=100'),
      call('POST', '/api/search', { query: '비밀약속 이행', topK: 50 }),
      ...closedPaths.map(([method, path]) => call(method, path)),
    ];
    return [...documents, ...messages, ...lists];
  });
}
