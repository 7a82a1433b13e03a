import { webLinks } from './webLinks';

/** A page 100 points high, drawn twice as large. */
const viewport = { convertToViewportPoint: (x: number, y: number) => [2 * x, 2 * (100 - y)] };

it('keeps links to the web, in their place', () => {
  const annotations = [{ subtype: 'Link', url: 'https://example.com/', rect: [10, 20, 30, 25] }];
  expect(webLinks(annotations, viewport)).toEqual([
    { url: 'https://example.com/', left: 20, top: 150, width: 40, height: 10 },
  ]);
});

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'mailto:a@example.com',
  'ftp://example.com',
  undefined,
])('leaves %s text', (url) => {
  expect(webLinks([{ subtype: 'Link', url, rect: [0, 0, 1, 1] }], viewport)).toEqual([]);
});

it('leaves what is no link', () => {
  expect(webLinks([{ subtype: 'Widget', url: 'https://example.com', rect: [0, 0, 1, 1] }], viewport)).toEqual(
    [],
  );
});
