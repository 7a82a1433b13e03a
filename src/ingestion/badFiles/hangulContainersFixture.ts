import { badFile, type BadFile } from './badFileFixture';
import { compoundHeader as places } from './compoundFileFixture';
import { goodFile } from './goodFilesFixture';
import { anyText } from './hangulFixture';

/** A good document with some bytes of its header changed. */
const patched = (change: (content: Buffer) => void) => () => {
  const content = goodFile('hwp');
  change(content);
  return content;
};

/** Hangul documents whose file system is wrong: their text is there, the way to it leads astray. */
export const hangulContainers: BadFile[] = [
  badFile(
    'sectors-of-two-gigabytes.hwp',
    anyText,
    patched((content) => content.writeUInt16LE(31, places.sectorShift)),
  ),
  badFile(
    'sectors-beyond-any-number.hwp',
    anyText,
    patched((content) => content.writeUInt16LE(0xffff, places.sectorShift)),
  ),
  badFile(
    'sectors-of-one-byte.hwp',
    anyText,
    patched((content) => content.writeUInt16LE(0, places.sectorShift)),
  ),
  badFile(
    'small-sectors-beyond-any-number.hwp',
    anyText,
    patched((content) => content.writeUInt16LE(0xffff, places.miniSectorShift)),
  ),
  badFile(
    'four-billion-sectors-of-tables.hwp',
    anyText,
    patched((content) => content.writeUInt32LE(0xffffffff, places.fatSectorCount)),
  ),
  badFile(
    'directory-behind-the-end.hwp',
    anyText,
    patched((content) => content.writeUInt32LE(0x00ffffff, places.directoryStart)),
  ),
  badFile(
    'directory-that-is-the-table.hwp',
    anyText,
    patched((content) =>
      content.writeUInt32LE(content.readUInt32LE(places.firstFatSector), places.directoryStart),
    ),
  ),
  badFile(
    'table-of-tables-that-holds-itself.hwp',
    anyText,
    patched((content) => {
      content.writeUInt32LE(0, places.difatStart);
      content.writeUInt32LE(0xffffffff, places.difatCount);
    }),
  ),
  badFile(
    'small-table-behind-the-end.hwp',
    anyText,
    patched((content) => content.writeUInt32LE(0x00ffffff, places.miniFatStart)),
  ),
  badFile(
    'everything-a-small-stream.hwp',
    anyText,
    patched((content) => content.writeUInt32LE(0xffffffff, places.miniCutoff)),
  ),
  badFile(
    'chains-that-never-end.hwp',
    anyText,
    patched((content) => linkSectors(content, (_, sector) => sector)),
  ),
  badFile(
    'chains-in-a-circle.hwp',
    anyText,
    patched((content) =>
      linkSectors(content, (next, sector) => (next > 0xfffffff0 && next !== 0xffffffff ? 0 : sector + 1)),
    ),
  ),
  badFile(
    'chains-behind-the-end.hwp',
    anyText,
    patched((content) => linkSectors(content, () => 0x00fffffe)),
  ),
  badFile(
    'folders-that-hold-each-other.hwp',
    anyText,
    patched((content) =>
      eachDirectoryEntry(content, (entry) => {
        entry.writeUInt32LE(1, 68);
        entry.writeUInt32LE(1, 72);
        entry.writeUInt32LE(0, 76);
      }),
    ),
  ),
  badFile(
    'streams-of-four-gigabytes.hwp',
    anyText,
    patched((content) => eachDirectoryEntry(content, (entry) => entry.writeUInt32LE(0xfffffff0, 120))),
  ),
  badFile(
    'streams-behind-the-end.hwp',
    anyText,
    patched((content) => eachDirectoryEntry(content, (entry) => entry.writeUInt32LE(0x00ffffff, 116))),
  ),
  badFile(
    'names-of-streams-too-long.hwp',
    anyText,
    patched((content) => eachDirectoryEntry(content, (entry) => entry.writeUInt16LE(0xffff, 64))),
  ),
];

const sectorSize = 512;

/** Changes where the chains of sectors go on. */
function linkSectors(content: Buffer, change: (next: number, sector: number) => number): void {
  const table = (content.readUInt32LE(places.firstFatSector) + 1) * sectorSize;
  for (let sector = 0; sector < sectorSize / 4; sector += 1) {
    const at = table + sector * 4;
    content.writeUInt32LE(change(content.readUInt32LE(at), sector) >>> 0, at);
  }
}

/** All entries of the first sector of the directory but the root. */
function eachDirectoryEntry(content: Buffer, change: (entry: Buffer) => void): void {
  const start = (content.readUInt32LE(places.directoryStart) + 1) * sectorSize;
  for (let at = start + 128; at < start + sectorSize; at += 128) change(content.subarray(at, at + 128));
}
