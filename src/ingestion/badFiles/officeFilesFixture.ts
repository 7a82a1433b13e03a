import { noise } from '../fixtures/parseWritten';
import { badFile, outcomesOfXml, unreadableOrRead, type BadFile } from './badFileFixture';
import { compoundFile } from './compoundFileFixture';
import { mainParts, withParts } from './goodFilesFixture';
import { oddOfficeFiles } from './oddOfficeFilesFixture';
import { xmlAttacks } from './xmlFixture';

const attackedXml = (['docx', 'pptx', 'xlsx', 'hwpx'] as const).flatMap((format) =>
  Object.entries(xmlAttacks).map(([what, attack]) =>
    badFile(`xml-${what}.${format}`, outcomesOfXml, (surroundings) =>
      withParts(format, { [mainParts[format]]: (xml) => attack(xml, surroundings) }),
    ),
  ),
);

const attackedTypes = Object.entries(xmlAttacks)
  .filter(([what]) => /laughs|local-file|hundred-thousand-levels|that-is-empty/.test(what))
  .map(([what, attack]) =>
    badFile(`types-${what}.docx`, [...outcomesOfXml, 'file_unsupported'], (surroundings) =>
      withParts('docx', { '[Content_Types].xml': (xml) => attack(xml, surroundings) }),
    ),
  );

const linkedPicture =
  '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rIdOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';

const field = (instruction: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction.replaceAll('"', '&quot;')}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship that leads out of the file. */
function external(kind: string, target: string, id = 'rIdOut'): string {
  return `<Relationship Id="${id}" Type="${officeTypes}/${kind}" Target="${target}" TargetMode="External"/>`;
}

const withRelationship = (relationship: string) => (xml: string) =>
  xml.replace('</Relationships>', `${relationship}</Relationships>`);

const relationshipsOf: Record<'docx' | 'pptx' | 'xlsx', string> = {
  docx: 'word/_rels/document.xml.rels',
  pptx: 'ppt/slides/_rels/slide1.xml.rels',
  xlsx: 'xl/_rels/workbook.xml.rels',
};

/** The kinds of relationships that Office follows by itself when a file is opened. */
const kindsOut = {
  docx: ['attachedTemplate', 'oleObject', 'image', 'frame', 'subDocument', 'aFChunk', 'hyperlink'],
  pptx: ['oleObject', 'image', 'video', 'audio', 'hyperlink'],
  xlsx: ['externalLinkPath', 'oleObject', 'image', 'connections'],
} as const;

const leadingOut = (Object.keys(kindsOut) as (keyof typeof kindsOut)[]).flatMap((format) =>
  kindsOut[format].map((kind) =>
    badFile(`external-${kind}.${format}`, 'read', ({ url }) =>
      withParts(format, { [relationshipsOf[format]]: withRelationship(external(kind, `${url}/${kind}`)) }),
    ),
  ),
);

const referringOut: BadFile[] = [
  badFile('external-picture-that-is-shown.docx', 'read', ({ url }) =>
    withParts('docx', {
      [relationshipsOf.docx]: withRelationship(external('image', `${url}/a.png`)),
      'word/document.xml': (xml) => xml.replace('</w:p>', `</w:p><w:p><w:r>${linkedPicture}</w:r></w:p>`),
    }),
  ),
  badFile('picture-linked-to-a-local-file.docx', outcomesOfXml, ({ secretFile }) =>
    withParts('docx', {
      [relationshipsOf.docx]: withRelationship(external('image', `file://${secretFile}`)),
      'word/document.xml': (xml) => xml.replace('</w:p>', `</w:p><w:p><w:r>${linkedPicture}</w:r></w:p>`),
    }),
  ),
  badFile('fields-that-fetch.docx', 'read', ({ url, secretFile }) =>
    withParts('docx', {
      'word/document.xml': (xml) =>
        xml.replace(
          '</w:p>',
          `</w:p>${field(`INCLUDETEXT "${secretFile}"`)}${field(`INCLUDEPICTURE "${url}"`)}${field(`DDEAUTO c:\\\\windows\\\\cmd.exe "/k"`)}`,
        ),
    }),
  ),
  badFile('formulas-that-fetch.xlsx', 'read', ({ url }) =>
    withParts('xlsx', {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<f>[^<]*<\/f>/, `<f>WEBSERVICE("${url}")</f>`),
    }),
  ),
  badFile('main-part-outside.docx', unreadableOrRead, ({ url }) =>
    withParts('docx', {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${external('officeDocument', `${url}/document.xml`, 'rId1')}</Relationships>`,
    }),
  ),
  badFile('main-part-in-a-parent-folder.pptx', 'file_unreadable', ({ secretFile }) =>
    withParts('pptx', {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="../../../../../..${secretFile}"/></Relationships>`,
    }),
  ),
  badFile('slides-outside.pptx', unreadableOrRead, ({ url }) =>
    withParts('pptx', {
      'ppt/_rels/presentation.xml.rels': (xml) =>
        xml.replaceAll(/Target="slides\/[^"]+"/g, `Target="${url}/slide" TargetMode="External"`),
    }),
  ),
];

const mainTypes = {
  docx: ['wordprocessingml.document.main+xml', 'vnd.ms-word.document.macroEnabled.main+xml', 'docm'],
  xlsx: ['spreadsheetml.sheet.main+xml', 'vnd.ms-excel.sheet.macroEnabled.main+xml', 'xlsm'],
  pptx: [
    'presentationml.presentation.main+xml',
    'vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
    'pptm',
  ],
} as const;

const macroFolders = { docx: 'word', xlsx: 'xl', pptx: 'ppt' } as const;

const withMacros = (Object.keys(mainTypes) as (keyof typeof mainTypes)[]).flatMap((format) => {
  const [plain, enabled, ending] = mainTypes[format];
  const types = (xml: string) => xml.replace(`vnd.openxmlformats-officedocument.${plain}`, enabled);
  const project = { [`${macroFolders[format]}/vbaProject.bin`]: noise(2000) };
  return [
    badFile(`macros.${ending}`, 'file_with_macros', () =>
      withParts(format, { '[Content_Types].xml': types, ...project }),
    ),
    badFile(`macros-by-type-alone.${format}`, 'file_with_macros', () =>
      withParts(format, { '[Content_Types].xml': types }),
    ),
    badFile(`macros-without-the-type.${format}`, 'file_with_macros', () => withParts(format, project)),
  ];
});

const locked = (['docx', 'xlsx', 'pptx'] as const).map((format) =>
  badFile(`with-a-password.${format}`, 'file_encrypted', () =>
    compoundFile({ EncryptionInfo: noise(300), EncryptedPackage: noise(9000) }),
  ),
);

export const officeFiles: BadFile[] = [
  ...attackedXml,
  ...attackedTypes,
  ...leadingOut,
  ...referringOut,
  ...withMacros,
  ...locked,
  ...oddOfficeFiles,
];
