import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SessionDto } from '../../shared/people';
import type { NewSecondFactorDto, RecoveryCodesDto } from '../../shared/signIn';
import { createBrowser, signInAtProvider } from '../oidc/browser';
import { createPerson, testPassword } from '../people';
import { firstAdmin, type WalkedWorld } from './walkedWorld';

/** What a call is made with; an admin makes it where no token is given. */
export interface RouteCall {
  /** Values of `:names` in the path. */
  params?: Record<string, string | number>;
  query?: string;
  token?: string;
  body?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

type Prepare = (world: WalkedWorld) => RouteCall | Promise<RouteCall>;

const plain: Prepare = () => ({});
const ofRep: Prepare = ({ rep }) => ({ token: rep.token });
const ofAnalyst: Prepare = ({ analyst }) => ({ token: analyst.token });
const ofDocument: Prepare = async ({ newDocument }) => ({ params: { id: await newDocument() } });
const ofImport: Prepare = async ({ newImport }) => ({ params: { id: (await newImport()).id } });
const ofTurn: Prepare = async ({ newChat, analyst }) => ({
  params: { turnId: (await newChat()).turnId },
  token: analyst.token,
});
const ofChat: Prepare = async ({ newChat, analyst }) => ({
  params: { conversationId: (await newChat()).conversationId },
  token: analyst.token,
});
const madeExport: Prepare = async ({ newExport, analyst }) => ({
  params: { id: await newExport() },
  token: analyst.token,
});
const newFilter = ({ fresh }: WalkedWorld) => ({ name: fresh('거르개'), filter: { q: '매출' } });
const madeFilter = async (world: WalkedWorld) => ({
  params: {
    id: (
      await world.make<{ id: string }>('POST', '/api/audit/filters', newFilter(world), world.analyst.token)
    ).id,
  },
  token: world.analyst.token,
});
const newRule = ({ fresh }: WalkedWorld) => ({ name: fresh('규칙'), condition: { words: ['환불'] } });
const madeRule = async ({ make, analyst, ...world }: WalkedWorld) => {
  const { id, version } = await make<{ id: number; version: number }>(
    'POST',
    '/api/audit/rules',
    newRule({ make, analyst, ...world }),
    analyst.token,
  );
  return { params: { id }, token: analyst.token, body: { version, name: world.fresh('바뀐 규칙') } };
};
const madeFlag = async ({ make, analyst, newChat }: WalkedWorld) => {
  const { turnId } = await newChat();
  const flag = await make<{ id: number; version: number }>(
    'POST',
    `/api/audit/turns/${turnId}/flags`,
    { comment: '다시 볼 답변' },
    analyst.token,
  );
  return { turnId, flag };
};
const madeCase = async ({ make, analyst, newChat }: WalkedWorld) => {
  const { turnId } = await newChat();
  const { id } = await make('POST', '/api/audit/evaluation-cases', { turnId }, analyst.token);
  return { params: { id }, token: analyst.token };
};
const inRange = '?from=2026-11-01&to=2026-11-30';
const ofNumbers: Prepare = ({ analyst }) => ({ token: analyst.token, query: inRange });

/** Who has this address there. @returns the subject. */
const companyAccount = ({ provider }: WalkedWorld['server'], email: string): string => {
  provider.accounts.set(email, { email, name: '회사 사람', groups: ['sales'] });
  return email;
};
const newApiKey = ({ fresh }: WalkedWorld) => ({
  ...{ name: fresh('열쇠'), scopes: ['chat.use'], days: 30 },
  currentPassword: testPassword,
});
const madeApiKey = async (world: WalkedWorld) => {
  const { make, rep } = world;
  return (await make<{ id: string }>('POST', '/api/auth/api-keys', newApiKey(world), rep.token)).id;
};
/** Somebody who has made a second factor, and a code that puts it in force. */
const begunFactor = async ({ server, admin, make }: WalkedWorld) => {
  const person = await createPerson(server, admin, { role: 'rep' });
  const path = '/api/auth/second-factor';
  const { secret } = await make<NewSecondFactorDto>(
    'POST',
    path,
    { currentPassword: testPassword },
    person.token,
  );
  return { person, code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() };
};
const provenFactor = async (world: WalkedWorld) => {
  const { person, code } = await begunFactor(world);
  const path = '/api/auth/second-factor/confirm';
  const { recoveryCodes } = await world.make<RecoveryCodesDto>('POST', path, { code }, person.token);
  return { token: person.token, body: { currentPassword: testPassword, code: recoveryCodes[0] } };
};

const newPerson = ({ fresh }: WalkedWorld) => {
  const employeeNo = fresh('N');
  return { employeeNo, name: '새 사람', email: `${employeeNo.toLowerCase()}@test.example`, role: 'rep' };
};
const madePerson = async (world: WalkedWorld) => ({
  id: (await world.make('POST', '/api/employees', newPerson(world))).id,
});
const newAssignment = ({ analyst, fresh }: WalkedWorld) => {
  const year = 2000 + Number(fresh(''));
  return {
    employeeNo: analyst.employeeNo,
    customerCode: 'C1',
    validFrom: `${year}-01-01`,
    validTo: `${year}-06-30`,
  };
};
const team = '걷는팀';
const newTeammate = async (world: WalkedWorld) => {
  const person = newPerson(world);
  return { ...person, ...(await world.make('POST', '/api/employees', { ...person, team })) };
};
/** By a manager who was given the team to look after, with a customer that is the team's. */
const ofTeam = async (world: WalkedWorld) => {
  const { server, admin, make } = world;
  const manager = await createPerson(server, admin, { role: 'manager', team });
  await make('PUT', `/api/employees/${manager.id}/permissions`, { permissions: ['team.manage'] });
  const { employeeNo } = manager;
  await make('POST', '/api/assignments', { employeeNo, customerCode: 'C1', validFrom: '2020-01-01' });
  return { token: manager.token };
};
const ofTeamPerson = async (world: WalkedWorld) => ({
  ...(await ofTeam(world)),
  params: { id: (await newTeammate(world)).id },
});
const newAlias = ({ fresh }: WalkedWorld) => ({ kind: 'customer', code: 'C1', alias: fresh('큰집') });
const newTemplate = ({ fresh }: WalkedWorld) => ({
  name: fresh('양식'),
  kind: 'customers',
  layout: { columns: { code: '코드', name: '이름', type: '종류' } },
});
const madeTemplate = async (world: WalkedWorld) => ({
  id: (await world.make('POST', '/api/import-templates', newTemplate(world))).id,
});
const newQuery = ({ fresh }: WalkedWorld) => ({
  question: fresh('거래처 매출 물음 '),
  statement: {
    kind: 'figures',
    subject: 'sales',
    query: { metrics: ['amount'], dimensions: ['customer'], period: { unit: 'month', moved: 0 } },
  },
});
const madeQuery = async (world: WalkedWorld) => ({
  id: (await world.make('POST', '/api/verified-queries', newQuery(world))).id,
});
const newPrompt = async ({ make, fresh }: WalkedWorld) => {
  const { body } = await make<{ body: string }>('GET', '/api/prompts/summary/versions/release');
  return { body: `${body}\n${fresh('새 규칙 ')}`, reason: '더 짧게' };
};
const madePrompt = async (world: WalkedWorld) => {
  const saved = await world.make<{ version: number }>(
    'POST',
    '/api/prompts/summary/versions',
    await newPrompt(world),
  );
  return saved.version;
};
const ofPrompt: Prepare = () => ({ params: { name: 'summary' } });
const fileOf = (name: string, content: string, fields: Record<string, string> = {}) => {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return form;
};

/**
 * A good call of every route, with what has to be there for it made anew each time. A new route needs its line here: the walks over
 * the route table fail without it.
 */
export const routeCalls: Record<string, Prepare> = {
  'get /healthz': plain,
  'get /readyz': plain,
  'get /metrics': plain,
  'get /api/status': plain,
  'get /api/system/status': plain,
  'get /api/limits': plain,
  'get /api/openapi.json': plain,
  'get /api/asyncapi.json': plain,
  'get /api/docs': plain,
  'post /init-admin': ({ server }) => ({ token: server.setupToken, body: firstAdmin }),
  'get /admin/migrations': plain,
  'post /admin/migrate': plain,
  'post /api/auth/login': ({ rep }) => ({ body: { email: rep.email, password: testPassword } }),
  'post /api/auth/refresh': async ({ newCookie }) => ({ headers: { cookie: await newCookie() } }),
  'post /api/auth/logout': async ({ newCookie }) => ({ headers: { cookie: await newCookie() } }),
  'get /api/auth/oidc/start': plain,
  'get /api/auth/oidc/callback': async ({ server, rep }) => {
    const subject = companyAccount(server, rep.email);
    const browser = createBrowser();
    const begun = await browser.open(new URL('/api/auth/oidc/start', server.url));
    const { search } = await signInAtProvider(browser, begun, subject);
    const name = 'narutalk_company_sign_in';
    return { query: search, headers: { cookie: `${name}=${browser.cookie(name)}` } };
  },
  'post /api/auth/oidc/backchannel-logout': async ({ server, rep, fresh }) => {
    const now = Math.floor(Date.now() / 1000);
    const { issuer: iss, clientId: aud } = server.provider.settings;
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const claims = { iss, aud, iat: now, exp: now + 120, jti: fresh('jti'), events };
    return { body: { logout_token: await server.provider.sign({ ...claims, sub: rep.email }) } };
  },
  'get /api/auth/me': ofRep,
  'get /api/auth/sessions': ofRep,
  'delete /api/auth/sessions': ofRep,
  'delete /api/auth/sessions/:id': async ({ make, newCookie, rep }) => {
    await newCookie();
    const { items } = await make<{ items: SessionDto[] }>('GET', '/api/auth/sessions', undefined, rep.token);
    return { params: { id: items.find(({ current }) => !current)!.id }, token: rep.token };
  },
  'post /api/auth/password': async ({ server, admin }) => ({
    token: (await createPerson(server, admin, { role: 'rep' })).token,
    body: { currentPassword: testPassword, newPassword: 'another-password-1' },
  }),
  'get /api/auth/api-keys': ofRep,
  'post /api/auth/api-keys': (world) => ({ token: world.rep.token, body: newApiKey(world) }),
  'delete /api/auth/api-keys/:id': async (world) => ({
    params: { id: await madeApiKey(world) },
    token: world.rep.token,
  }),
  'get /api/employees/:id/api-keys': ({ rep }) => ({ params: { id: rep.id } }),
  'delete /api/employees/:id/api-keys/:keyId': async (world) => ({
    params: { id: world.rep.id, keyId: await madeApiKey(world) },
  }),
  'get /api/auth/second-factor': ofRep,
  'post /api/auth/second-factor': async ({ server, admin }) => ({
    token: (await createPerson(server, admin, { role: 'rep' })).token,
    body: { currentPassword: testPassword },
  }),
  'post /api/auth/second-factor/confirm': async (world) => {
    const { person, code } = await begunFactor(world);
    return { token: person.token, body: { code } };
  },
  'post /api/auth/second-factor/recovery-codes': provenFactor,
  'post /api/auth/second-factor/remove': provenFactor,
  'delete /api/employees/:id/second-factor': async (world) => ({
    params: { id: (await begunFactor(world)).person.id },
  }),
  'get /api/employees': plain,
  'post /api/employees': (world) => ({ body: newPerson(world) }),
  'get /api/employees/:id': ({ rep }) => ({ params: { id: rep.id } }),
  'patch /api/employees/:id': async (world) => ({
    params: await madePerson(world),
    body: { name: '다른 이름', password: 'another-password-1' },
  }),
  'put /api/employees/:id/permissions': async (world) => ({
    params: await madePerson(world),
    body: { permissions: ['audit.read'] },
  }),
  'get /api/team/people': ofTeam,
  'patch /api/team/people/:id': async (world) => ({
    ...(await ofTeamPerson(world)),
    body: { name: '다른 이름' },
  }),
  'post /api/team/people/:id/password': ofTeamPerson,
  'get /api/team/customers': ofTeam,
  'get /api/team/assignments': ofTeam,
  'post /api/team/assignments': async (world) => ({
    ...(await ofTeam(world)),
    body: { ...newAssignment(world), employeeNo: (await newTeammate(world)).employeeNo },
  }),
  'patch /api/team/assignments/:id': async (world) => {
    const { employeeNo } = await newTeammate(world);
    const { id } = await world.make('POST', '/api/assignments', { ...newAssignment(world), employeeNo });
    return { ...(await ofTeam(world)), params: { id }, body: { validTo: null } };
  },
  'get /api/permissions': plain,
  'get /api/assignments': plain,
  'get /api/assignments/employees': plain,
  'post /api/assignments': (world) => ({ body: newAssignment(world) }),
  'patch /api/assignments/:id': async (world) => {
    const assignment = newAssignment(world);
    const { id } = await world.make('POST', '/api/assignments', assignment);
    return { params: { id }, body: { validTo: assignment.validFrom } };
  },
  'delete /api/assignments/:id': async (world) => ({
    params: { id: (await world.make('POST', '/api/assignments', newAssignment(world))).id },
  }),
  'get /api/aliases': plain,
  'get /api/aliases/things': () => ({ query: '?kind=customer' }),
  'post /api/aliases': (world) => ({ body: newAlias(world) }),
  'delete /api/aliases': async (world) => {
    const alias = newAlias(world);
    await world.make('POST', '/api/aliases', alias);
    return { query: `?${new URLSearchParams(alias).toString()}` };
  },
  'post /api/documents': ({ fresh }) => ({ form: fileOf('새 규정.txt', fresh('새 규정 제')) }),
  'get /api/documents': ofRep,
  'get /api/documents/:id': ofDocument,
  'get /api/documents/:id/content': ofDocument,
  'get /api/documents/:id/chunks': ofDocument,
  'patch /api/documents/:id': async ({ newDocument }) => ({
    params: { id: await newDocument() },
    body: { title: '다른 제목' },
  }),
  'post /api/documents/:id/approve': async ({ newDocument, make }) => {
    const id = await newDocument();
    await make('POST', `/api/documents/${id}/withdraw`);
    return { params: { id } };
  },
  'post /api/documents/:id/withdraw': ofDocument,
  'post /api/documents/:id/cancel': async ({ newQueuedDocument }) => ({
    params: { id: await newQueuedDocument() },
  }),
  'post /api/documents/reconcile': plain,
  'post /api/documents/:id/reindex': ofDocument,
  'delete /api/documents/:id': ofDocument,
  'post /api/imports': ({ fresh }) => ({
    form: fileOf('customers.csv', `code,name,type\n${fresh('V')},마바의원,의원`, { kind: 'customers' }),
  }),
  'get /api/imports': plain,
  'get /api/imports/:id': ofImport,
  'get /api/imports/:id/rejects': ofImport,
  'patch /api/imports/:id/rejects/:rejectId': async ({ newImport }) => ({
    params: { ...(await newImport()) },
    body: { cells: { type: '의원' } },
  }),
  'post /api/imports/:id/rerun': ofImport,
  'post /api/imports/:id/cancel': async ({ newQueuedImport }) => ({
    params: { id: await newQueuedImport() },
  }),
  'post /api/imports/:id/undo': ofImport,
  'get /api/import-templates': plain,
  'post /api/import-templates': (world) => ({ body: newTemplate(world) }),
  'patch /api/import-templates/:id': async (world) => ({
    params: await madeTemplate(world),
    body: { name: world.fresh('바뀐 양식') },
  }),
  'delete /api/import-templates/:id': async (world) => ({ params: await madeTemplate(world) }),
  'get /api/search-index': plain,
  'get /api/search-words': plain,
  'post /api/search-words': ({ fresh }) => ({ body: { words: [fresh('낱말')] } }),
  'delete /api/search-words/:id': async ({ make, fresh }) => {
    await make('POST', '/api/search-words', { words: [fresh('낱말')] });
    const { items } = await make<{ items: { id: number }[] }>('GET', '/api/search-words');
    return { params: { id: items[0]!.id } };
  },
  'post /api/search': ({ rep }) => ({ token: rep.token, body: { query: '식음료 한도' } }),
  'post /api/search/explain': () => ({ body: { query: '식음료 한도' } }),
  'get /api/content-gaps': plain,
  'get /api/glossary': ofRep,
  'get /api/conversations': ofRep,
  'get /api/conversations/:id': async ({ rep, newChat }) => ({
    params: { id: (await newChat()).conversationId },
    token: rep.token,
  }),
  'patch /api/conversations/:id': async ({ rep, newChat }) => ({
    params: { id: (await newChat()).conversationId },
    token: rep.token,
    body: { title: '다른 제목' },
  }),
  'delete /api/conversations/:id': async ({ rep, newChat }) => ({
    params: { id: (await newChat()).conversationId },
    token: rep.token,
  }),
  'get /api/conversations/:id/messages': async ({ rep, newChat }) => ({
    params: { id: (await newChat()).conversationId },
    token: rep.token,
  }),
  'get /api/conversations/:id/turns/:turnId/tables/:place/export': async ({ rep, newChat }) => {
    const { conversationId: id, turnId } = await newChat();
    return { params: { id, turnId, place: 1 }, token: rep.token, query: '?format=xlsx' };
  },
  'get /api/customers': ofRep,
  'get /api/customers/:code/documents': ({ rep }) => ({ params: { code: 'C1' }, token: rep.token }),
  'post /api/customers/:code/documents': async ({ newDocument }) => ({
    params: { code: 'C1' },
    body: { documentId: await newDocument() },
  }),
  'delete /api/customers/:code/documents/:documentId': async ({ newDocument, make }) => {
    const documentId = await newDocument();
    await make('POST', '/api/customers/C1/documents', { documentId });
    return { params: { code: 'C1', documentId } };
  },
  'get /api/stats/freshness': ofRep,
  'get /api/stats/performance': ofRep,
  'get /api/stats/achievement': ({ rep }) => ({ token: rep.token, query: '?by=product' }),
  'get /api/stats/trend': ofRep,
  'get /api/stats/ranking': ({ rep }) => ({ token: rep.token, query: '?of=customer' }),
  'get /api/stats/customers/:code': ({ rep }) => ({ params: { code: 'C1' }, token: rep.token }),
  'get /api/stats/products/:code': ({ rep }) => ({ params: { code: 'P1' }, token: rep.token }),
  'get /api/suggestions': ofRep,
  'get /api/usage': ofRep,
  'get /api/audit/verify': ofAnalyst,
  'post /api/audit/identify': ({ analyst, pseudonym }) => ({
    token: analyst.token,
    body: { pseudonym, reason: '이상사례 보고 누락 확인' },
  }),
  'get /api/audit/turn-choices': ofAnalyst,
  'get /api/audit/filters': ofAnalyst,
  'post /api/audit/filters': (world) => ({ token: world.analyst.token, body: newFilter(world) }),
  'patch /api/audit/filters/:id': async (world) => ({
    ...(await madeFilter(world)),
    body: { name: world.fresh('바뀐 거르개') },
  }),
  'delete /api/audit/filters/:id': madeFilter,
  'post /api/audit/exports': ({ analyst }) => ({
    token: analyst.token,
    body: { format: 'csv', reason: '분기 점검용' },
  }),
  'get /api/audit/exports': ofAnalyst,
  'get /api/audit/exports/estimate': ofAnalyst,
  'get /api/audit/exports/:id': madeExport,
  'get /api/audit/exports/:id/file': madeExport,
  'post /api/audit/exports/:id/cancel': async ({ newQueuedExport, analyst }) => ({
    params: { id: await newQueuedExport() },
    token: analyst.token,
  }),
  'get /api/audit/numbers/usage': ofNumbers,
  'get /api/audit/numbers/unanswered': ofNumbers,
  'get /api/audit/numbers/groundedness': ofNumbers,
  'get /api/audit/numbers/feedback': ofNumbers,
  'get /api/audit/numbers/latency': ofNumbers,
  'get /api/audit/numbers/cost': ofNumbers,
  'get /api/audit/numbers/choices': ofNumbers,
  'get /api/audit/conversations/:conversationId': ofChat,
  'get /api/audit/conversations/:conversationId/messages': ofChat,
  'get /api/audit/conversations/:conversationId/events': ofChat,
  'get /api/audit/turns/:turnId/knowledge': ofTurn,
  'get /api/audit/flags': ofAnalyst,
  'get /api/audit/flags/counts': ofAnalyst,
  'get /api/audit/reviewers': ofAnalyst,
  'post /api/audit/flags/assign': async (world) => {
    const { flag } = await madeFlag(world);
    const { analyst } = world;
    return {
      token: analyst.token,
      body: { flags: [{ id: flag.id, version: flag.version }], assigneeNo: analyst.employeeNo },
    };
  },
  'patch /api/audit/flags/:id': async (world) => {
    const { flag } = await madeFlag(world);
    return {
      params: { id: flag.id },
      token: world.analyst.token,
      body: { version: flag.version, status: 'in_review' },
    };
  },
  'get /api/audit/turns/:turnId/flags': ofTurn,
  'post /api/audit/turns/:turnId/flags': async (world) => ({
    ...(await ofTurn(world)),
    body: { comment: '다시 볼 답변' },
  }),
  'get /api/audit/turns/:turnId/scores': ofTurn,
  'put /api/audit/turns/:turnId/scores': async (world) => ({
    ...(await ofTurn(world)),
    body: { scale: 'correctness', value: 4 },
  }),
  'get /api/audit/rules': ofAnalyst,
  'post /api/audit/rules': (world) => ({ token: world.analyst.token, body: newRule(world) }),
  'post /api/audit/rules/apply': ({ analyst }) => ({ token: analyst.token, body: { from: '2026-11-01' } }),
  'patch /api/audit/rules/:id': madeRule,
  'delete /api/audit/rules/:id': async (world) => {
    const { params, token } = await madeRule(world);
    return { params, token };
  },
  'get /api/audit/evaluation-cases': ofAnalyst,
  'get /api/audit/evaluation-cases/export': ofAnalyst,
  'post /api/audit/evaluation-cases': async ({ newChat, analyst }) => ({
    token: analyst.token,
    body: { turnId: (await newChat()).turnId },
  }),
  'delete /api/audit/evaluation-cases/:id': madeCase,
  'get /api/audit/turns': ofAnalyst,
  'get /api/audit/turns/:turnId': ofTurn,
  'get /api/audit/turns/:turnId/trace': ofTurn,
  'get /api/prompts': plain,
  'get /api/prompts/:name/versions': ofPrompt,
  'get /api/prompts/:name/versions/:version': () => ({ params: { name: 'summary', version: 'release' } }),
  'post /api/prompts/:name/versions': async (world) => ({
    params: { name: 'summary' },
    body: await newPrompt(world),
  }),
  'put /api/prompts/:name/in-force': async (world) => ({
    params: { name: 'summary' },
    body: { version: await madePrompt(world) },
  }),
  'get /api/prompts/:name/activations': ofPrompt,
  'get /api/verified-queries': ofAnalyst,
  'post /api/verified-queries': (world) => ({ body: newQuery(world) }),
  'patch /api/verified-queries/:id': async (world) => ({
    params: await madeQuery(world),
    body: { question: world.fresh('바뀐 거래처 매출 물음 ') },
  }),
  'delete /api/verified-queries/:id': async (world) => ({ params: await madeQuery(world) }),
  'post /api/verified-queries/:id/check': async (world) => ({ params: await madeQuery(world) }),
};

/** The path of a route with its names filled in; by keys of nothing where there are none. */
export function fillPath(path: string, { params = {}, query = '' }: RouteCall): string {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(params[name] ?? (numbered.test(path) ? 999_999 : randomUUID())),
  );
  return filled + query;
}

const numbered =
  /employees|team|assignments|search-words|templates|verified-queries|flags|rules|evaluation-cases/;
