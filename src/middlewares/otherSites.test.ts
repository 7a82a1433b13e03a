import { isFromOtherSite } from './otherSites';

const host = 'narutalk.example.com';

test.each([
  ['a page of this server', { 'sec-fetch-site': 'same-origin', origin: `https://${host}` }, false],
  ['what a person typed', { 'sec-fetch-site': 'none' }, false],
  ['another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, true],
  ['another site that names this one', { 'sec-fetch-site': 'cross-site', origin: `https://${host}` }, true],
  ['a program', {}, false],
  ['an older browser, from here', { origin: `https://${host}` }, false],
  ['an older browser, from a port that a proxy left out', { origin: `http://${host}:8080` }, false],
  ['an older browser, from elsewhere', { origin: 'https://elsewhere.example' }, true],
  ['an older browser, from a name that begins alike', { origin: `https://${host}.elsewhere.example` }, true],
  ['an older browser, from nowhere', { origin: 'null' }, true],
])('%s', (_who, headers, isOther) => {
  expect(isFromOtherSite({ host, ...headers })).toBe(isOther);
});

test('behind a proxy that hands on its own name, the address that is set counts', () => {
  const headers = { host: '10.0.0.7:3000', origin: `https://${host}` };
  expect(isFromOtherSite(headers)).toBe(true);
  expect(isFromOtherSite(headers, `https://${host}/`)).toBe(false);
  expect(isFromOtherSite({ ...headers, origin: `http://${host}` }, `https://${host}/`)).toBe(true);
});
