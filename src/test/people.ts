import type { LoginResponse, Role } from '../shared/people';
import { callApi, type Answer } from './api';

/** A server to call, in this process or another. */
export interface ServerAddress {
  url: string;
  setupToken: string;
}

/** The password of everybody here. */
export const testPassword = 'a-test-password-1';

/** Signs in and returns the access token. */
export async function signIn(url: string, email: string, secret = testPassword): Promise<string> {
  const answer = await callApi<LoginResponse>(url, 'POST', '/api/auth/login', {
    body: { email, password: secret },
  });
  if (answer.status !== 200) throw new Error(`sign-in of ${email} answered ${answer.status}`);
  return answer.body.accessToken;
}

/** The first admin of a new server. @returns the access token. */
export async function createAdmin(server: ServerAddress): Promise<string> {
  const email = 'admin@test.example';
  const answer = await callApi(server.url, 'POST', '/init-admin', {
    token: server.setupToken,
    body: { name: '관리자', email, password: testPassword },
  });
  if (answer.status !== 201) throw new Error(`/init-admin answered ${answer.status}`);
  return signIn(server.url, email);
}

export interface TestPerson {
  id: number;
  employeeNo: string;
  email: string;
  token: string;
}

let counter = 0;

/** Registers a person and signs in. */
export async function createPerson(
  server: Pick<ServerAddress, 'url'>,
  adminToken: string,
  person: { role: Role; team?: string; employeeNo?: string; name?: string },
): Promise<TestPerson> {
  counter += 1;
  const employeeNo = person.employeeNo ?? `T${counter}`;
  const email = `person${counter}@test.example`;
  const answer: Answer<{ id: number }> = await callApi(server.url, 'POST', '/api/employees', {
    token: adminToken,
    body: { name: `사람 ${counter}`, ...person, employeeNo, email, password: testPassword },
  });
  if (answer.status !== 201)
    throw new Error(`registering answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.id, employeeNo, email, token: await signIn(server.url, email) };
}
