import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Version of the program. */
export function packageVersion(): string {
  const file = readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
