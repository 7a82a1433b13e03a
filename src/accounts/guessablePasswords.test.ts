import { dictionary } from '@zxcvbn-ts/language-common';
import type { AppError } from '../errors';
import { refuseGuessable } from './guessablePasswords';

const owner = { name: '한 가람', email: 'garam.han@hanbit-pharm.example', employeeNo: 'HB-2071' };

const refusal = (password: string) =>
  refuseGuessable(password, owner).then(
    () => null,
    (error: unknown) => (error as AppError).code,
  );

test('every common password that is long enough is refused', async () => {
  const long = dictionary['passwords-common'].filter(({ length }) => length >= 8);
  expect(long.length).toBeGreaterThan(3_000);
  for (const password of long)
    expect([password, await refusal(password)]).toEqual([password, 'password_guessable']);
});

test.each([
  'Password',
  'PASSWORD123!',
  'iloveyou2026',
  '!!superman1',
  'ｐａｓｓｗｏｒｄ',
  'ㅁㅁㅁㅁㅁㅁㅁㅁ',
  '1a1a1a1a1a',
  'narutalk2026!',
  '나루톡나루톡',
  'Pharma-Sales-1',
  'admin-manager',
  'garam.han2026',
  '한가람한가람!1',
  'HB-2071-HB-2071',
  'hanbit-pharm!9',
])('%s is refused', async (password) => {
  expect(await refusal(password)).toBe('password_guessable');
});

test.each([
  'correct horse battery staple',
  '동해물과 백두산이 마르고 닳도록',
  'a-test-password-1',
  'narutalk keeps nobody waiting',
  'hk3mq7zt',
  '        spaces count too',
])('%s is taken: no kind of character is asked for', async (password) => {
  expect(await refusal(password)).toBeNull();
});
