import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const tableSchema = z.object({
  /** Quoted, with its schema, as SQL takes it. */
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** In the folder `database`, gzip. */
  file: z.string(),
});

const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the program that wrote it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  engine: z.enum(['postgres', 'pglite']),
  /** What the database had of migrations, by file name. */
  migrations: z.array(z.string()),
  /** Empty where the embedded database was copied as it is. */
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  objects: z.number(),
  auditHeads: z.number(),
});

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof manifestSchema>;
export type DumpedTable = z.infer<typeof tableSchema>;
export type DumpedSequence = Manifest['sequences'][number];

/** Where the parts of a backup stand. */
export function partsOf(folder: string) {
  const within = (name: string) => path.join(folder, name);
  return {
    manifest: within('manifest.json'),
    checksums: within('checksums.sha256'),
    database: within('database'),
    objects: within('objects'),
    auditHeads: within('audit-heads'),
    authSecret: within('auth-secret'),
  };
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(partsOf(folder).manifest, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws BackupError when the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(partsOf(folder).manifest, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupError(
      `${folder} is no backup, or one that never came to its end: it has no manifest.json.`,
    );
  });
  return manifestSchema.parse(JSON.parse(text));
}

/** A backup cannot be made or restored as things are; `message` is one line that says what to do. */
export class BackupError extends Error {}
