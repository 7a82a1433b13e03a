import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promptTrouble, type PromptName } from '../../shared/prompts';

const folder = path.join(__dirname, '..', '..', '..', 'prompts');

/** A prompt as the release brings it. */
export interface ReleasePrompt {
  version: string;
  /** First 12 hex characters of the SHA-256 of the file. */
  hash: string;
  text: string;
}

/**
 * Reads a prompt from `prompts/`: a front matter with its version, then the text.
 * @throws Error when the file is not of that form, or its placeholders are not those the program fills.
 */
export function releasePrompt(name: PromptName): ReleasePrompt {
  const file = readFileSync(path.join(folder, `${name}.md`), 'utf8');
  const parts = /^---\nversion: (\S+)\n---\n([\s\S]+)$/.exec(file);
  if (!parts) throw new Error(`prompts/${name}.md does not begin with its version`);
  const [, version, text] = parts;
  const trouble = promptTrouble(name, text!);
  if (trouble) throw new Error(`prompts/${name}.md does not fit the program: ${JSON.stringify(trouble)}`);
  return { version: version!, hash: shortHash(sha256Of(file)), text: text! };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As much of a hash as a trace says. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12);
}
