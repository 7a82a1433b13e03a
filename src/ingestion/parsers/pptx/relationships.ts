import path from 'node:path';
import type { Archive } from '../archive/openArchive';
import { allXml, parseXml } from '../xmlTree';

/** How a part of an Office file refers to another one. */
export interface Relationship {
  id: string;
  /** The last word of its type: `slide`, `notesSlide`, `officeDocument`. */
  kind: string;
  /** The other part's name in the archive. */
  part: string;
}

/** The parts a part refers to (ECMA-376, part 2, 6.5); '' is the file itself. What lies outside is left out. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const { dir, base } = path.posix.parse(part);
  const content = await archive.read(path.posix.join(dir, '_rels', `${base}.rels`));
  if (!content) return [];
  return allXml(parseXml(content), 'Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (mode === 'External') return [];
    const resolved = target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target);
    return [{ id, kind: type.slice(type.lastIndexOf('/') + 1), part: resolved }];
  });
}
