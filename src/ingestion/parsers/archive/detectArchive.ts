import { AppError } from '../../../errors';
import { mediaTypes } from '../mediaTypes';
import { openArchive, type Archive } from './openArchive';

type ArchiveMediaType = (typeof mediaTypes)['docx' | 'xlsx' | 'pptx' | 'hwpx'];

export type DetectedArchive = { mediaType: ArchiveMediaType; archive: Archive };

/** The main part's type in `[Content_Types].xml` says what an Office file is (ECMA-376, part 1, 15.2), under any name. */
const mainParts: [mediaType: ArchiveMediaType, mainPart: RegExp][] = [
  [mediaTypes.docx, /wordprocessingml\.(?:document|template)\.main\+xml/],
  [mediaTypes.xlsx, /spreadsheetml\.(?:sheet|template)\.main\+xml/],
  [mediaTypes.pptx, /presentationml\.(?:presentation|template|slideshow)\.main\+xml/],
];

/**
 * Tells Office and Hangul documents in a zip apart. Files with macros are refused: the text could be read, but the
 * original is handed on to everybody who may read the document.
 * @throws AppError `file_with_macros`, `file_unsupported`, and as `openArchive` does.
 */
export async function detectArchive(content: Buffer): Promise<DetectedArchive> {
  const archive = await openArchive(content);
  const mediaType = (await isHwpx(archive)) ? mediaTypes.hwpx : await officeMediaType(archive);
  return { mediaType, archive };
}

/** Hancom's OWPML names its type as EPUB and OpenDocument do, and says in the manifest which parts are encrypted. */
async function isHwpx(archive: Archive): Promise<boolean> {
  if ((await textOf(archive, 'mimetype')).trim() !== mediaTypes.hwpx) return false;
  if ((await textOf(archive, 'META-INF/manifest.xml')).includes('encryption-data')) {
    throw new AppError('file_encrypted');
  }
  return true;
}

async function officeMediaType(archive: Archive): Promise<ArchiveMediaType> {
  const contentTypes = await textOf(archive, '[Content_Types].xml');
  const hasMacros = archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  if (hasMacros || /macroEnabled/i.test(contentTypes)) throw new AppError('file_with_macros');
  const match = mainParts.find(([, mainPart]) => mainPart.test(contentTypes));
  if (!match) throw new AppError('file_unsupported');
  return match[0];
}

async function textOf(archive: Archive, name: string): Promise<string> {
  return (await archive.read(name))?.toString('utf8') ?? '';
}
