import { badFile, type BadFile, type Outcome } from './badFileFixture';

/** Browsers show something of any HTML; too much of it is too much. */
const anyText: readonly Outcome[] = ['read', 'file_empty', 'file_too_complex', 'file_unreadable'];

const pageOf = (body: string, head = '') =>
  `<!doctype html><html><head><title>제목</title>${head}</head><body>${body}</body></html>`;
const words = '<p>읽을 수 있는 문장이다.</p>';

const leadingOut: BadFile[] = [
  badFile('fetches-pictures-and-styles.html', 'read', ({ url }) =>
    pageOf(
      `${words}<img src="${url}/a.png" srcset="${url}/b.png 2x"><video src="${url}/v" poster="${url}/p"></video><object data="${url}/o"></object><embed src="${url}/e">`,
      `<link rel=stylesheet href="${url}/a.css"><link rel=preload href="${url}/p" as=fetch><style>@import url("${url}/i.css"); body { background: url(${url}/bg) }</style>`,
    ),
  ),
  badFile('runs-scripts.html', 'read', ({ url }) =>
    pageOf(
      `${words}<script>while (true) fetch("${url}")</script><img src=x onerror="fetch('${url}')"><svg onload="fetch('${url}')"></svg>`,
      `<script src="${url}/a.js"></script>`,
    ),
  ),
  badFile('refreshes-itself.html', 'read', ({ url }) =>
    pageOf(words, `<meta http-equiv="refresh" content="0;url=${url}"><base href="${url}/">`),
  ),
  badFile('holds-frames.html', 'read', ({ url, secretFile }) =>
    pageOf(
      `${words}<iframe src="${url}"></iframe><iframe src="file://${secretFile}"></iframe><iframe srcdoc="&lt;script src='${url}'&gt;"></iframe>`,
    ),
  ),
  badFile(
    'is-a-set-of-frames.html',
    ['read', 'file_empty'],
    ({ url }) => `<!doctype html><html><frameset><frame src="${url}"></frameset></html>`,
  ),
  badFile('includes-by-server.html', 'read', ({ secretFile }) =>
    pageOf(`${words}<!--#include file="${secretFile}" --><!--#exec cmd="id" -->`),
  ),
  badFile(
    'with-a-document-type-from-a-web-server.xhtml',
    'read',
    ({ url, secretFile }) =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file://${secretFile}"><!ENTITY b SYSTEM "${url}">]><html><body>${words}<p>&a;&b;</p></body></html>`,
  ),
];

const repeated: [name: string, body: string][] = [
  ['nested-a-hundred-thousand-levels', '<div>'.repeat(100_000) + words],
  ['words-marked-a-hundred-thousand-times', '<b>'.repeat(100_000) + words],
  ['words-marked-by-unknown-elements', `${'<x>'.repeat(100_000)}깊다`],
  ['marks-that-cross', '<b><i><u><a>'.repeat(5000) + '</b></i></u></a>'.repeat(5000) + words],
  ['links-in-links-in-tables', '<a><table><a>'.repeat(3000) + words],
  ['text-outside-of-the-cells-of-tables', `<table>${'<b>글<tr>'.repeat(50_000)}</table>`],
  ['tables-in-tables', '<table><tr><td>'.repeat(30_000) + words],
  ['lists-in-lists', '<ul><li>항목'.repeat(30_000)],
  ['headings-that-are-not-closed', '<h1>제목'.repeat(50_000)],
  ['paragraphs-in-buttons', '<button><p>'.repeat(20_000) + words],
  ['templates-in-templates', '<template>'.repeat(50_000) + words],
  ['choices-in-choices', '<select><option>'.repeat(50_000) + words],
  [
    'cells-over-a-billion-columns',
    `<table><tr>${'<td colspan=1000000000 rowspan=1000000000>칸'.repeat(5000)}</table>`,
  ],
  [
    'thousand-rows-of-cells-over-all-others',
    `<table>${'<tr><td rowspan=65534 colspan=1000>칸'.repeat(1000)}</table>`,
  ],
  ['million-empty-rows', `<table>${'<tr>'.repeat(1_000_000)}</table>`],
  ['one-row-of-a-million-cells', `<table><tr>${'<td>칸'.repeat(1_000_000)}<tr><td>칸</table>`],
  ['comment-that-is-not-closed', `${words}<!--${' 주석 '.repeat(1_000_000)}`],
  ['comments-that-are-not-comments', words + '<!--'.repeat(500_000)],
  ['only-opening-brackets', '<'.repeat(5_000_000)],
  ['entities-without-end', '&amp'.repeat(1_000_000)],
  ['entities-of-other-planes', '&#x110000;&#xD800;&#0;&#999999999999;'.repeat(50_000)],
  ['one-attribute-of-ten-megabytes', `<p title="${'긴'.repeat(3_000_000)}">글</p>`],
  [
    'hundred-thousand-attributes',
    `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>글</p>`,
  ],
  ['style-of-ten-megabytes', `<b style="${'font-weight : '.repeat(700_000)}">글</b>`],
  ['two-million-line-breaks', `글${'<br>'.repeat(2_000_000)}글`],
  ['line-of-twenty-megabytes', '가'.repeat(7_000_000)],
  ['spaces-of-twenty-megabytes', `글${' '.repeat(20_000_000)}글`],
  ['null-characters', `글\0글<p\0>\0</p>${words}`],
  ['plaintext', `<plaintext>${'</plaintext>'.repeat(10_000)}`],
];

const oddBeginnings: BadFile[] = [
  badFile('sixty-thousand-comments-first.html', anyText, `${'<!---->'.repeat(9000)}${pageOf(words)}`),
  badFile(
    'declaration-that-does-not-end.html',
    [...anyText, 'file_unsupported'],
    `<?xml ${'<?xml '.repeat(10_000)}${pageOf(words)}`,
  ),
  badFile('said-to-be-in-UTF-7.html', anyText, pageOf(`${words}+ADw-script+AD4-`, '<meta charset="utf-7">')),
  badFile(
    'said-to-be-in-an-unknown-encoding.html',
    [...anyText, 'file_unsupported'],
    Buffer.concat([Buffer.from(pageOf(words, '<meta charset="x-none">')), Buffer.from('c0c1f5ff', 'hex')]),
  ),
  badFile('only-a-title.html', 'file_empty', pageOf('')),
  badFile('only-scripts.html', 'file_empty', pageOf('<script>document.write("글")</script>')),
  badFile(
    'everything-hidden.html',
    'file_empty',
    pageOf('<div hidden>글</div><p style="display:none">글</p>'),
  ),
];

export const htmlFiles: BadFile[] = [
  ...leadingOut,
  ...repeated.map(([name, body]) => badFile(`${name}.html`, anyText, () => pageOf(body))),
  ...oddBeginnings,
];
