import { placeOfLink } from './placeOfLink';

const nameOf = (address: string) => placeOfLink(address)?.name;

it('tells the host a link leads to', () => {
  expect(nameOf('https://www.mfds.go.kr/brd/m_99/view.do?seq=1')).toBe('www.mfds.go.kr');
  expect(nameOf('http://127.0.0.1:8080/')).toBe('127.0.0.1:8080');
  expect(nameOf('mailto:help%40narupharma.example?subject=x')).toBe('help@narupharma.example');
});

it('is not taken in by names before the host or letters of another script', () => {
  expect(placeOfLink('https://bank.example@elsewhere.example/x')).toEqual({
    address: 'https://elsewhere.example/x',
    name: 'elsewhere.example',
  });
  expect(nameOf('https://аpple.example/')).toBe('xn--pple-43d.example');
  expect(nameOf('https://bank.example\\@elsewhere.example/')).toBe('bank.example');
});

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://narupharma.example/1',
  'intent://x',
  '//elsewhere.example/x',
  '/admin',
  '#fragment',
  'https://',
  '',
])('gives no link for %j', (address) => {
  expect(placeOfLink(address)).toBeUndefined();
});
