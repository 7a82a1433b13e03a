const sectorSize = 512;
const endOfChain = 0xfffffffe;
const fatSector = 0xfffffffd;
const free = 0xffffffff;

/**
 * A compound file (MS-CFB, version 3) with the streams given; `Folder/Name` puts one into a storage. All streams stand in
 * the large sectors (the limit below which they would not is declared as 0), which readers take as it is.
 */
export function compoundFile(streams: Record<string, Buffer>): Buffer {
  const folders = [...new Set(Object.keys(streams).flatMap((name) => name.split('/').slice(0, -1)))];
  const chains: Buffer[] = [];
  const entries: Buffer[] = [];
  const top = [...Object.keys(streams).filter((name) => !name.includes('/')), ...folders];
  const starts = new Map<string, { start: number; size: number }>();
  let sector = 0;
  for (const [name, content] of Object.entries(streams)) {
    const padded = padToSector(content);
    starts.set(name, { start: sector, size: content.length });
    chains.push(padded);
    sector += padded.length / sectorSize;
  }
  // Siblings hang on each other to the right, as a list: a tree, if not a balanced one.
  const order = ['', ...top, ...folders.flatMap((folder) => inFolder(streams, folder))];
  for (const [index, name] of order.entries()) {
    const siblings = name.includes('/') ? inFolder(streams, name.split('/')[0]!) : top;
    const next = siblings[siblings.indexOf(name) + 1];
    const children = name === '' ? top : folders.includes(name) ? inFolder(streams, name) : [];
    entries.push(
      directoryEntry(index === 0 ? 'Root Entry' : name.split('/').at(-1)!, {
        kind: index === 0 ? 5 : folders.includes(name) ? 1 : 2,
        right: index === 0 || next === undefined ? free : order.indexOf(next),
        child: children[0] === undefined ? free : order.indexOf(children[0]),
        ...(starts.get(name) ?? { start: index === 0 ? endOfChain : 0, size: 0 }),
      }),
    );
  }
  const directory = padToSector(Buffer.concat(entries));
  chains.push(directory);
  const directoryStart = sector;
  sector += directory.length / sectorSize;
  const fatStart = sector;
  const fatSectors = Math.ceil((sector + 1) / (sectorSize / 4 - 1)) || 1;
  const fat = Buffer.alloc(fatSectors * sectorSize, 0xff);
  let at = 0;
  for (const chain of chains) {
    const length = chain.length / sectorSize;
    for (let index = 0; index < length; index += 1, at += 1) {
      fat.writeUInt32LE(index === length - 1 ? endOfChain : at + 1, at * 4);
    }
  }
  for (let index = 0; index < fatSectors; index += 1) fat.writeUInt32LE(fatSector, (fatStart + index) * 4);
  return Buffer.concat([fileHeader(fatStart, fatSectors, directoryStart), ...chains, fat]);
}

/** Places in the header of a compound file (MS-CFB 2.2). */
export const compoundHeader = {
  sectorShift: 30,
  miniSectorShift: 32,
  fatSectorCount: 44,
  directoryStart: 48,
  miniCutoff: 56,
  miniFatStart: 60,
  difatStart: 68,
  difatCount: 72,
  firstFatSector: 76,
} as const;

function fileHeader(fatStart: number, fatSectors: number, directoryStart: number): Buffer {
  const header = Buffer.alloc(sectorSize, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 24);
  header.writeUInt32LE(0x0003003e, 24);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, compoundHeader.sectorShift);
  header.writeUInt16LE(6, compoundHeader.miniSectorShift);
  header.fill(0, 34, 44);
  header.writeUInt32LE(fatSectors, compoundHeader.fatSectorCount);
  header.writeUInt32LE(directoryStart, compoundHeader.directoryStart);
  header.writeUInt32LE(0, 52);
  header.writeUInt32LE(0, compoundHeader.miniCutoff);
  header.writeUInt32LE(endOfChain, compoundHeader.miniFatStart);
  header.writeUInt32LE(0, 64);
  header.writeUInt32LE(endOfChain, compoundHeader.difatStart);
  header.writeUInt32LE(0, compoundHeader.difatCount);
  for (let index = 0; index < fatSectors; index += 1) {
    header.writeUInt32LE(fatStart + index, compoundHeader.firstFatSector + index * 4);
  }
  return header;
}

interface Entry {
  kind: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

function directoryEntry(name: string, { kind, right, child, start, size }: Entry): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(kind, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

function inFolder(streams: Record<string, Buffer>, folder: string): string[] {
  return Object.keys(streams).filter((name) => name.startsWith(`${folder}/`));
}

function padToSector(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((sectorSize - (content.length % sectorSize)) % sectorSize)]);
}
