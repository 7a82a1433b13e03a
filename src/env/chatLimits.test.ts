import { readEnv, SettingsError } from '../env';

test('a daily limit of 0 is none, and prices are known when both are given', () => {
  const prices = { CHAT_MODEL_INPUT_KRW: '550', CHAT_MODEL_OUTPUT_KRW: '2200' };
  const { chatLimits, modelPrice } = readEnv({ CHAT_DAILY_TOKENS: '0', CHAT_DAILY_KRW: '5000', ...prices });
  expect(chatLimits.everybody).toEqual({ dailyTokens: null, dailyKrw: 5000 });
  expect(modelPrice).toEqual({ inputKrw: 550, outputKrw: 2200 });
  expect(readEnv({}).modelPrice).toBeUndefined();
});

test.each([
  [{ CHAT_MODEL_INPUT_KRW: '550' }, 'CHAT_MODEL_INPUT_KRW and CHAT_MODEL_OUTPUT_KRW need each other'],
  [{ CHAT_DAILY_KRW: '5000' }, 'CHAT_DAILY_KRW needs CHAT_MODEL_INPUT_KRW'],
  [{ CHAT_RUNNING_PER_PERSON: '0' }, 'CHAT_RUNNING_PER_PERSON'],
])('%j is refused', (given, complaint) => {
  expect(() => readEnv(given)).toThrow(SettingsError);
  expect(() => readEnv(given)).toThrow(complaint);
});
