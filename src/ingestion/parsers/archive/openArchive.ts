import { finished } from 'node:stream/promises';
import type { Entry } from 'yauzl';
import { AppError } from '../../../errors';

/** What an archive may hold. Documents of thousands of pages stay far below. */
const limits = {
  entries: 10_000,
  /** Bytes of all parts unpacked, about half of what the parsing process may use. */
  unpackedBytes: 512 * 1024 * 1024,
  /** Unpacked to packed, beyond `harmlessBytes`: sheets of repeated rows reach 50; deflate ends at 1,032. */
  ratio: 200,
  harmlessBytes: 64 * 1024 * 1024,
};

/** A zip archive that has been unpacked once within the limits, so that any parser may unpack it again. */
export interface Archive {
  has(name: string): boolean;
  /** The content of a part, or null where there is none. */
  read(name: string): Promise<Buffer | null>;
  names: string[];
}

/**
 * Opens a zip archive and checks all of it before any parser does: number of parts, size unpacked as declared and as it
 * really is, names that lead out of the archive. Archives within the archive are parts like any other: never opened.
 * @throws AppError `file_encrypted` (a part with a password), `file_too_complex` (beyond the limits); an error of yauzl
 *   for what is damaged or named like a path out of the archive.
 */
export async function openArchive(content: Buffer): Promise<Archive> {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new AppError('file_encrypted');
    entries.set(entry.fileName, entry);
    if (zip.entryCount > limits.entries) throw tooLarge(`${zip.entryCount} entries`);
  }

  const parts = [...entries.values()];
  const allowed = Math.min(
    limits.unpackedBytes,
    Math.max(limits.harmlessBytes, content.length * limits.ratio),
  );
  const declared = parts.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > allowed) throw tooLarge(`${declared} bytes declared`);
  // yauzl ends a part that unpacks to more than it declared: when all have passed, the sum above is the real one.
  for (const entry of parts) await finished((await zip.openReadStreamPromise(entry)).resume());

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

function tooLarge(what: string): AppError {
  return new AppError('file_too_complex', { cause: new Error(`The archive is too large: ${what}`) });
}
