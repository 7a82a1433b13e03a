import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { fixtureFile, goodFile } from './goodFilesFixture';
import { anyPage, onePage, page, pageText as text, pdfOf, stream } from './pdfFixture';
import { pdfPages } from './pdfPagesFixture';
import { pdfStreams } from './pdfStreamsFixture';
import { pdfStructure } from './pdfStructureFixture';

const action = (entries: string, url: string) => `<</S/URI/URI(${url})${entries}>>`;
const active: BadFile[] = [
  badFile('javascript-on-opening.pdf', 'read', ({ url }) =>
    pdfOf(
      onePage({
        1: `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("${url}"\\);while\\(true\\);)>>/Names<</JavaScript<</Names[(a) <</S/JavaScript/JS(while\\(1\\);)>>]>>>>>>`,
      }),
    ),
  ),
  badFile('launches-a-program.pdf', 'read', ({ escapeName }) =>
    pdfOf(
      onePage({
        1: `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Unix<</F(touch /tmp/${escapeName})>>>>>>`,
      }),
    ),
  ),
  badFile('asks-a-web-server-on-opening.pdf', 'read', ({ url }) =>
    pdfOf(
      onePage({
        1: `<</Type/Catalog/Pages 2 0 R/OpenAction ${action('', url)}/AA<</WC ${action('', url)}>>>>`,
        3: page(
          `/AA<</O ${action('', url)}>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A ${action('', url)}>>]`,
        ),
      }),
    ),
  ),
  badFile('sends-a-form-on-opening.pdf', 'read', ({ url }) =>
    pdfOf(
      onePage({
        1: `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/SubmitForm/F<</FS/URL/F(${url})>>>>/AcroForm<</Fields[]/XFA 6 0 R>>>>`,
        6: stream('', '<xdp/>'),
      }),
    ),
  ),
  badFile('page-text-from-a-web-server.pdf', anyPage, ({ url }) =>
    pdfOf(onePage({ 4: stream(`/F<</FS/URL/F(${url}/page)>>`, '') })),
  ),
  badFile('page-text-from-a-local-file.pdf', anyPage, ({ secretFile }) =>
    pdfOf(onePage({ 4: stream(`/F(${secretFile})/FFilter/ASCIIHexDecode`, '') })),
  ),
  badFile('page-of-another-document.pdf', anyPage, ({ url, secretFile }) =>
    pdfOf(
      onePage({
        3: page('', '/XObject<</X 6 0 R>>'),
        4: stream('', `${text} /X Do`),
        6: stream(
          `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(${secretFile})/Page 0>>/OPI<</2.0<</F(${url})>>>>`,
          '',
        ),
      }),
    ),
  ),
  badFile('files-embedded.pdf', 'read', () =>
    pdfOf(
      onePage({
        1: '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(../../run.exe) 6 0 R]>>>>>>',
        6: '<</Type/Filespec/F(../../run.exe)/EF<</F 7 0 R>>>>',
        7: stream('/Type/EmbeddedFile', Buffer.concat([Buffer.from('MZ'), noise(10_000)])),
      }),
    ),
  ),
  badFile('xfa-form-with-entities.pdf', 'read', ({ url, secretFile }) =>
    pdfOf(
      onePage({
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 6 0 R>>/NeedsRendering true>>',
        6: stream(
          '',
          `<!DOCTYPE x [<!ENTITY a SYSTEM "file://${secretFile}"><!ENTITY b SYSTEM "${url}">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform><draw><value><text>&a;&b;</text></value></draw></subform></template></xdp:xdp>`,
        ),
      }),
    ),
  ),
  badFile(
    'fields-that-are-their-own-parents.pdf',
    'read',
    pdfOf(
      onePage({
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>',
        3: page('/Annots[6 0 R]'),
        6: '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Parent 6 0 R/Kids[6 0 R]/Rect[0 0 9 9]>>',
      }),
    ),
  ),
  badFile(
    'outline-in-a-circle.pdf',
    'read',
    pdfOf(
      onePage({
        1: '<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>',
        6: '<</First 7 0 R/Last 7 0 R/Count 9>>',
        7: '<</Title(a)/Parent 6 0 R/Next 7 0 R/First 7 0 R>>',
      }),
    ),
  ),
];

const locked: BadFile[] = [
  badFile('with-a-password.pdf', 'file_encrypted', () => fixtureFile('encrypted.pdf')),
  badFile('with-a-password-and-cut.pdf', ['file_encrypted', 'file_unreadable'], () =>
    fixtureFile('encrypted.pdf').subarray(0, 12_000),
  ),
  badFile(
    'locked-by-an-unknown-handler.pdf',
    ['file_encrypted', 'file_unreadable'],
    pdfOf(onePage({ 6: '<</Filter/SecretCompany/V 99>>' }), { trailer: '/Encrypt 6 0 R/ID[<00><00>]' }),
  ),
  badFile(
    'locked-with-broken-keys.pdf',
    ['file_encrypted', 'file_unreadable'],
    pdfOf(onePage({ 6: '<</Filter/Standard/V 5/R 6/O(short)/U(short)/P -1/Length 99999>>' }), {
      trailer: '/Encrypt 6 0 R',
    }),
  ),
  badFile(
    'encryption-that-points-to-itself.pdf',
    anyPage.concat('file_encrypted'),
    pdfOf(onePage({ 6: '6 0 R' }), { trailer: '/Encrypt 6 0 R' }),
  ),
];

const mixed: BadFile[] = [
  badFile('behind-a-thousand-other-bytes.pdf', 'read', () =>
    Buffer.concat([Buffer.alloc(1000, 'x'), goodFile('pdf')]),
  ),
  badFile('behind-two-thousand-other-bytes.pdf', ['file_unsupported', 'read'], () =>
    Buffer.concat([Buffer.alloc(2000, 'x'), goodFile('pdf')]),
  ),
  badFile(
    'web-page-that-names-pdf.html',
    ['file_unreadable', 'read'],
    '<!doctype html><html><body><p>%PDF-1.7 is how a PDF begins.</p></body></html>',
  ),
  badFile('also-an-archive.pdf', 'read', () => Buffer.concat([goodFile('pdf'), goodFile('docx')])),
];

export const pdfFiles: BadFile[] = [
  ...pdfStructure,
  ...pdfPages,
  ...pdfStreams,
  ...active,
  ...locked,
  ...mixed,
];
