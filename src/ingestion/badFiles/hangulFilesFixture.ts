import { deflateRawSync } from 'node:zlib';
import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { fixtureFile, withParts } from './goodFilesFixture';
import { hangulContainers } from './hangulContainersFixture';
import { anyText, docInfo, flags, hwpOf, record } from './hangulFixture';
import { deflatedZeros } from './zipFixture';

const section = (content: Buffer) => hwpOf({ DocInfo: docInfo, 'BodyText/Section0': content });

const contents: BadFile[] = [
  badFile('without-any-text.hwp', anyText, hwpOf({})),
  badFile('without-sections.hwp', anyText, hwpOf({ DocInfo: docInfo })),
  badFile('of-version-99.hwp', anyText, hwpOf({ DocInfo: docInfo }, flags.compressed, 0x63000000)),
  badFile('section-of-noise.hwp', anyText, section(noise(5000))),
  badFile('section-that-unpacks-to-noise.hwp', anyText, section(deflateRawSync(noise(50_000)))),
  badFile('section-not-packed-as-declared.hwp', anyText, section(record(66, 0, 22, Buffer.alloc(22)))),
  badFile('section-of-four-gigabytes-of-zeros.hwp', anyText, () => section(deflatedZeros(4096))),
  badFile('section-of-two-hundred-megabytes-of-zeros.hwp', anyText, () => section(deflatedZeros(200))),
  badFile('information-of-two-gigabytes-of-zeros.hwp', anyText, () =>
    hwpOf({ DocInfo: deflatedZeros(2048), 'BodyText/Section0': docInfo }),
  ),
  badFile(
    'record-of-four-gigabytes.hwp',
    anyText,
    section(deflateRawSync(record(67, 0, 0xffffffff, Buffer.from('가', 'utf16le')))),
  ),
  badFile('records-nested-a-thousand-levels.hwp', anyText, () =>
    section(
      deflateRawSync(
        Buffer.concat(
          Array.from({ length: 100_000 }, (_, index) => record(66 + (index % 10), index % 1024, 0)),
        ),
      ),
    ),
  ),
  badFile('million-empty-paragraphs.hwp', anyText, () =>
    section(
      deflateRawSync(Buffer.concat(Array<Buffer>(1_000_000).fill(record(66, 0, 22, Buffer.alloc(22))))),
    ),
  ),
  badFile('table-of-four-billion-cells.hwp', anyText, () =>
    section(
      deflateRawSync(
        Buffer.concat([
          record(66, 0, 22, Buffer.from('01000080'.padEnd(44, '0'), 'hex')),
          record(71, 1, 46, Buffer.concat([Buffer.from(' lbt', 'latin1'), Buffer.alloc(42)])),
          record(77, 2, 22, Buffer.from('00000000ffffffff'.padEnd(44, 'f'), 'hex')),
        ]),
      ),
    ),
  ),
  badFile('thousand-sections.hwp', anyText, () =>
    hwpOf({
      DocInfo: docInfo,
      ...Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [
          `BodyText/Section${index}`,
          deflateRawSync(record(66, 0, 22, Buffer.alloc(22))),
        ]),
      ),
    }),
  ),
];

const locked: BadFile[] = [
  badFile('with-a-password.hwp', 'file_encrypted', () => fixtureFile('encrypted.hwp')),
  badFile('with-a-password.hwpx', 'file_encrypted', () => fixtureFile('encrypted.hwpx')),
  badFile(
    'said-to-have-a-password.hwp',
    'file_encrypted',
    hwpOf({ DocInfo: docInfo }, flags.compressed | flags.password),
  ),
  badFile(
    'for-distribution.hwp',
    'file_encrypted',
    hwpOf({ 'ViewText/Section0': noise(3000) }, flags.compressed | flags.distribution),
  ),
  badFile(
    'with-rights-management.hwp',
    'file_encrypted',
    hwpOf({ DocInfo: docInfo }, flags.compressed | flags.rightsManagement),
  ),
];

const attacked: BadFile[] = [
  badFile(
    'with-a-script.hwp',
    anyText,
    hwpOf(
      { DocInfo: docInfo, 'Scripts/DefaultJScript': deflateRawSync(Buffer.from('while (true);', 'utf16le')) },
      flags.compressed | flags.script,
    ),
  ),
  badFile('manifest-with-entities.hwpx', anyText, ({ secretFile }) =>
    withParts('hwpx', {
      'META-INF/manifest.xml': `<!DOCTYPE a [<!ENTITY s SYSTEM "file://${secretFile}">]><a>&s;</a>`,
    }),
  ),
  badFile('contents-listed-outside.hwpx', anyText, ({ url }) =>
    withParts('hwpx', {
      'Contents/content.hpf': (xml) => xml.replaceAll(/href="[^"]+"/g, `href="${url}/section"`),
    }),
  ),
  badFile('contents-listed-in-a-parent-folder.hwpx', anyText, ({ secretFile }) =>
    withParts('hwpx', {
      'Contents/content.hpf': (xml) => xml.replaceAll(/href="[^"]+"/g, `href="../../../..${secretFile}"`),
    }),
  ),
  badFile('without-its-header.hwpx', anyText, () => withParts('hwpx', { 'Contents/header.xml': null })),
  badFile('without-its-section.hwpx', anyText, () => withParts('hwpx', { 'Contents/section0.xml': null })),
  badFile('cells-over-billions-of-rows.hwpx', anyText, () =>
    withParts('hwpx', {
      'Contents/section0.xml': (xml) =>
        xml
          .replaceAll(/(col|row)Span="\d+"/g, '$1Span="1000000000"')
          .replaceAll(/(col|row)Cnt="\d+"/g, '$1Cnt="1000000000"'),
    }),
  ),
  badFile('cells-at-places-beyond-reason.hwpx', anyText, () =>
    withParts('hwpx', {
      'Contents/section0.xml': (xml) => xml.replaceAll(/(col|row)Addr="\d+"/g, '$1Addr="4294967295"'),
    }),
  ),
];

export const hangulFiles: BadFile[] = [...hangulContainers, ...contents, ...locked, ...attacked];
