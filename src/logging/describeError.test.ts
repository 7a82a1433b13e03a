import { describeError } from './describeError';

const secret = 'canary-of-a-password';

test('what stands in the members of an error stays out of the log, in its causes too', () => {
  const response = Object.assign(new Error('Response Error'), {
    code: 'ECONNREFUSED',
    status: 503,
    meta: { request: { params: { headers: { authorization: `Basic ${secret}` } } } },
    parameters: [secret],
  });
  const outer = new Error('not stored', { cause: new Error('because', { cause: response }) });
  const text = JSON.stringify(describeError(outer));
  expect(text).not.toContain(secret);
  expect(describeError(outer)).toMatchObject({
    type: 'Error',
    message: 'not stored',
    stack: expect.stringContaining('describeError.test'),
    cause: { message: 'because', cause: { message: 'Response Error', code: 'ECONNREFUSED', status: 503 } },
  });
});

test('a circle of causes ends, and what is no error is not shown', () => {
  const circle = new Error('round');
  circle.cause = circle;
  expect(JSON.stringify(describeError(circle)).match(/round/g)!.length).toBeLessThan(20);
  expect(describeError({ password: secret })).toBe('not an error');
  expect(describeError('a text')).toBe('a text');
});
