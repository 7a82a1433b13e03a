import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', '..', 'prompts');

/** A prompt from `prompts/`, with what a trace says of it. */
export interface Prompt {
  name: string;
  version: string;
  /** First 12 hex characters of the SHA-256 of the file. */
  hash: string;
  /** Fills the `{{placeholders}}`. @throws Error when one is left over or unknown. */
  render(values: Record<string, string>): string;
}

/** Reads a prompt: a front matter with its version, then the text. @throws Error when the file is not of that form. */
export function loadPrompt(name: string): Prompt {
  const file = readFileSync(path.join(folder, `${name}.md`), 'utf8');
  const parts = /^---\nversion: (\S+)\n---\n([\s\S]+)$/.exec(file);
  if (!parts) throw new Error(`prompts/${name}.md does not begin with its version`);
  const [, version, text] = parts;
  return {
    name,
    version: version!,
    hash: createHash('sha256').update(file).digest('hex').slice(0, 12),
    render: (values) =>
      text!.replace(/\{\{(\w+)\}\}/g, (_whole, key: string) => {
        const value = values[key];
        if (value === undefined) throw new Error(`prompts/${name}.md asks for ${key}, which nobody gives`);
        return value;
      }),
  };
}
