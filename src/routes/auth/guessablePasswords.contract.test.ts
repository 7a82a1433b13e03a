import { callApi } from '../../test/api';
import { createAdmin, createPerson, signIn, testPassword } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const refused = { status: 422, body: { code: 'password_guessable' } };

test('whoever sets a password is refused one that is tried first, and told which field it was', async () => {
  const setUp = (password: string) =>
    callApi(server.url, 'POST', '/init-admin', {
      token: server.setupToken,
      body: { name: '관리자', email: 'admin@test.example', password },
    });
  expect(await setUp('password1234')).toMatchObject(refused);
  const token = await createAdmin(server);

  const register = (password: string) =>
    callApi<{ id: number }>(server.url, 'POST', '/api/employees', {
      token,
      body: { employeeNo: 'E-4411', name: '윤슬기', email: 'seulgi@test.example', role: 'rep', password },
    });
  for (const password of ['qwertyuiop', 'narutalk!!', 'E-4411-seulgi'])
    expect(await register(password)).toMatchObject({
      ...refused,
      body: { errors: [{ path: 'password' }] },
    });
  const { status, body: registered } = await register(testPassword);
  expect(status).toBe(201);

  const change = (body: object) =>
    callApi(server.url, 'PATCH', `/api/employees/${registered.id}`, { token, body });
  expect(await change({ password: 'sunshine2026' })).toMatchObject(refused);
  // By the name that the same call gives.
  expect(await change({ name: '도담이네', password: '도담이네도담이네' })).toMatchObject(refused);
  expect((await change({ password: 'another-password-2' })).status).toBe(200);

  const own = await createPerson(server, token, { role: 'rep' });
  const changeOwn = (newPassword: string) =>
    callApi(server.url, 'POST', '/api/auth/password', {
      token: own.token,
      body: { currentPassword: testPassword, newPassword },
    });
  expect(await changeOwn('iloveyou!1')).toMatchObject({
    ...refused,
    body: { errors: [{ path: 'newPassword' }] },
  });
  expect((await changeOwn('another-password-2')).status).toBe(204);
});

test('a password counts as it was typed: of any characters, up to 200, with its spaces and capitals', async () => {
  const token = await signIn(server.url, 'admin@test.example');
  const own = await createPerson(server, token, { role: 'rep' });
  const password = ` ${'Aß가👩‍👧 '.repeat(40).slice(0, 197)}! `;
  const change = await callApi(server.url, 'POST', '/api/auth/password', {
    token: own.token,
    body: { currentPassword: testPassword, newPassword: password },
  });
  expect(change.status).toBe(204);
  for (const other of [
    password.trim(),
    password.toLowerCase(),
    password.slice(0, 72),
    password.normalize('NFD'),
  ])
    await expect(signIn(server.url, own.email, other)).rejects.toThrow('401');
  await signIn(server.url, own.email, password);
});
