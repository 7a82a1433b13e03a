import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Permission } from '../shared/people';
import type { RightTexts } from './renderRights';

type Texts = Record<string, Record<string, { name: string; text: string }>>;

/** What the client says of each right, in English. */
export async function readRightTexts(): Promise<RightTexts> {
  const file = path.join(__dirname, '..', '..', 'src', 'web', 'locales', 'en', 'rights.json');
  const texts = JSON.parse(await readFile(file, 'utf8')) as Texts;
  return Object.fromEntries(
    Object.entries(texts).flatMap(([area, rights]) =>
      Object.entries(rights).map(([name, text]) => [`${area}.${name}`, text] as const),
    ),
  ) as Record<Permission, { name: string; text: string }>;
}
