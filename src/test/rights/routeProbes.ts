import { randomUUID } from 'node:crypto';
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
  'get /api/conversations/:id',
  'patch /api/conversations/:id',
  'delete /api/conversations/:id',
  'get /api/conversations/:id/messages',
  'get /api/conversations/:id/turns/:turnId/tables/:place/export',
  'get /api/customers',
  'get /api/customers/:code/documents',
  'post /api/customers/:code/documents',
  'delete /api/customers/:code/documents/:documentId',
  'get /api/suggestions',
  'get /api/stats/performance',
  'get /api/stats/achievement',
  'get /api/stats/trend',
  'get /api/stats/ranking',
  'get /api/stats/customers/:code',
  'get /api/stats/products/:code',
];
export const routesWithoutCompanyData = [
  'get /api/auth/me',
  'get /api/auth/sessions',
  'delete /api/auth/sessions',
  'delete /api/auth/sessions/:id',
  'post /api/auth/password',
  'get /api/auth/api-keys',
  'post /api/auth/api-keys',
  'delete /api/auth/api-keys/:id',
  'get /api/auth/second-factor',
  'post /api/auth/second-factor',
  'post /api/auth/second-factor/confirm',
  'post /api/auth/second-factor/recovery-codes',
  'post /api/auth/second-factor/remove',
  'get /api/glossary',
  'get /api/stats/freshness',
  'get /api/usage',
];

/** Routes of analysts and admins, which a rep is refused whole. */
const closedPaths: [method: string, path: string][] = [
  ['GET', '/api/audit/turns?limit=100'],
  ['GET', '/api/audit/exports'],
  ['GET', `/api/audit/exports/${randomUUID()}/file`],
  ['GET', `/api/imports/${randomUUID()}/rejects`],
  ['GET', '/api/audit/numbers/cost?from=2026-01-01&to=2026-12-31'],
  ['GET', '/api/audit/flags?limit=100'],
  ['GET', '/api/audit/rules'],
  ['GET', '/api/audit/evaluation-cases'],
  ['GET', '/api/audit/evaluation-cases/export'],
  ['POST', '/api/audit/identify'],
  ['GET', '/api/employees'],
  ['GET', '/api/permissions'],
  ['GET', '/api/assignments'],
  ['GET', '/api/assignments/employees'],
  ['GET', '/api/aliases'],
  ['GET', '/api/aliases/things?kind=customer'],
  ['GET', '/api/content-gaps'],
  ['GET', '/api/search-words'],
  ['GET', '/api/verified-queries'],
  ['GET', '/api/imports'],
  ['GET', '/api/prompts'],
  ['GET', '/api/system/status'],
  ['GET', '/api/limits'],
  ['GET', '/admin/migrations'],
];

/** Calls of every REST route that answers company data, by everybody for what is another's. */
export function routeProbes(server: TestServer, company: CanaryCompany, chats: OwnedChat[]): Probe[] {
  return company.askers.flatMap((asker) => {
    const call = (method: string, path: string, body?: object): Probe => ({
      family: `${method} ${path
        .replace(/[0-9a-f-]{36}/gu, ':id')
        .replace(/HC-\w+/u, ':code')
        .replace(/\?.*/u, '')}`,
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
        call('GET', `/api/conversations/${conversationId}`),
        call('GET', `/api/conversations/${conversationId}/messages`),
        call('PATCH', `/api/conversations/${conversationId}`, { title: '남의 대화' }),
        call('DELETE', `/api/conversations/${conversationId}`),
        call('GET', `/api/conversations/${conversationId}/turns/${turnId}/tables/1/export?format=csv`),
        call('GET', `/api/conversations/${conversationId}/turns/${turnId}/tables/1/export?format=xlsx`),
        call('GET', `/api/audit/turns/${turnId}`),
        call('GET', `/api/audit/turns/${turnId}/trace`),
        call('GET', `/api/audit/turns/${turnId}/knowledge`),
        call('GET', `/api/audit/conversations/${conversationId}`),
        call('GET', `/api/audit/conversations/${conversationId}/messages`),
        call('GET', `/api/audit/conversations/${conversationId}/events`),
        call('GET', `/api/audit/turns/${turnId}/flags`),
        call('GET', `/api/audit/turns/${turnId}/scores`),
        call('POST', '/api/audit/evaluation-cases', { turnId }),
        call('POST', '/api/verified-queries', { turnId }),
      ]);
    const [document] = company.documents.filter(({ owner }) => owner !== asker.key);
    const customers = company.customers
      .filter(({ owner }) => owner !== asker.key)
      .flatMap(({ code, name, alias }) => [
        call('GET', `/api/customers?q=${code}`),
        call('GET', `/api/customers?q=${encodeURIComponent(name)}`),
        call('GET', `/api/customers?q=${encodeURIComponent(alias)}`),
        call('GET', `/api/stats/customers/${code}`),
        call('GET', `/api/customers/${code}/documents`),
        call('POST', `/api/customers/${code}/documents`, { documentId: document!.id }),
        call('DELETE', `/api/customers/${code}/documents/${document!.id}`),
      ]);
    const figures = company.askers
      .filter(({ key }) => key !== asker.key)
      .flatMap(({ employeeNo, team }) => [
        call('GET', `/api/stats/performance?employeeNo=${employeeNo}`),
        call('GET', `/api/stats/achievement?by=product&employeeNo=${employeeNo}`),
        call('GET', `/api/stats/trend?team=${encodeURIComponent(team)}`),
        call('GET', `/api/stats/ranking?of=customer&limit=100&employeeNo=${employeeNo}`),
      ]);
    const lists = [
      call('GET', '/api/stats/achievement?by=employee'),
      call('GET', '/api/stats/ranking?of=employee&limit=100'),
      call('GET', '/api/stats/products/P01'),
      call('GET', '/api/customers?limit=200'),
      call('GET', '/api/suggestions'),
      call('GET', '/api/conversations'),
      call('GET', `/api/conversations?q=${encodeURIComponent('거래처별 매출')}`),
      call('GET', '/api/documents?limit=100'),
      call('POST', '/api/search', { query: '비밀약속 이행', topK: 50 }),
      ...closedPaths.map(([method, path]) => call(method, path)),
    ];
    return [...documents, ...messages, ...customers, ...figures, ...lists];
  });
}
