import { hideSecrets, withoutSecrets } from './knownSecrets';

afterEach(() => hideSecrets([]));

test('a secret is hidden in any text, in JSON and in an address, and what is like it is not', () => {
  const secret = 'ca"na/ry+of [a] (secret)$';
  hideSecrets([secret, 'short', '']);
  expect(withoutSecrets(`Incorrect API key provided: ${secret}.`)).toBe(
    'Incorrect API key provided: [secret].',
  );
  expect(withoutSecrets(JSON.stringify({ secret }))).toBe('{"secret":"[secret]"}');
  expect(withoutSecrets(`http://x?key=${encodeURIComponent(secret)}&b`)).toBe('http://x?key=[secret]&b');
  expect(withoutSecrets('a short word')).toBe('a short word');
});

test('of two secrets that begin alike the longer one is hidden whole', () => {
  hideSecrets(['canary-1234', 'canary-1234-5678']);
  expect(withoutSecrets('canary-1234-5678 canary-1234')).toBe('[secret] [secret]');
});

test('without secrets nothing changes', () => {
  expect(withoutSecrets('canary-1234')).toBe('canary-1234');
});
