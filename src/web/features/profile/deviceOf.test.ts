import { deviceOf } from './deviceOf';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    { kind: 'computer', name: 'Chrome · Windows' },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    { kind: 'phone', name: 'Safari · iOS' },
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    { kind: 'phone', name: 'Samsung Internet for Android · Android' },
  ],
])('knows the device by %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toEqual(device);
});

it('has no name for what did not say what it is', () => {
  expect(deviceOf(null)).toEqual({ kind: 'computer', name: '' });
  expect(deviceOf('x')).toEqual({ kind: 'computer', name: '' });
});
