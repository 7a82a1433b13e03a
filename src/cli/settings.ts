import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '../env';
import { renderSettings } from './renderSettings';

/** `npm run settings`: writes `docs/configuration.md` from `.env.example` and the schema of the settings. */
async function main(): Promise<void> {
  const root = path.join(__dirname, '..', '..');
  const example = await readFile(path.join(root, '.env.example'), 'utf8');
  const defaults = settingsSchema.parse({});
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' });
  const page = renderSettings(example, schema, (name) => name in defaults);
  await writeFile(path.join(root, 'docs', 'configuration.md'), page);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
