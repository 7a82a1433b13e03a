import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '../env';
import { renderSettings } from './renderSettings';

const root = path.join(__dirname, '..', '..');

test('docs/configuration.md is what .env.example and the schema say (npm run settings)', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8');
  const defaults = settingsSchema.parse({});
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' });
  const page = renderSettings(example, schema, (name) => name in defaults);
  expect(readFileSync(path.join(root, 'docs', 'configuration.md'), 'utf8')).toBe(page);
  // Korean remains only in values.
  const about = [...page.matchAll(/^\| `([A-Z_]+)` \| .* \| .* \| (.*) \|$/gm)];
  expect(about.length).toBeGreaterThan(70);
  expect(about.filter(([, , text]) => text === '' || /\p{Script=Hangul}/u.test(text!))).toEqual([]);
});

test('a comment is about every setting up to the next one; one that stands alone is a note of its section', () => {
  const example = [
    '# --- 가 / A ---',
    '',
    '# 메모',
    '# A note, docs/page.md.',
    '',
    '# 둘 다',
    '# Both, that is to say',
    '# either',
    '# 더 / More | less',
    '#ONE=1',
    'TWO=',
    '# 하나 / Three',
    '#THREE=x',
  ].join('\n');
  const schema = z.toJSONSchema(
    z.object({ ONE: z.coerce.number().int().min(0).max(9), THREE: z.enum(['x', 'y']).optional() }),
    { io: 'input' },
  );
  const page = renderSettings(example, schema, (name) => name === 'ONE');
  expect(page.slice(page.indexOf('## A')).split('\n')).toEqual([
    '## A',
    '',
    'A note, [page.md](page.md).',
    '',
    '| setting | default, or an example | what is taken | what it is |',
    '|---|---|---|---|',
    '| `ONE` | `1` | 0 to 9 | Both, that is to say either. More \\| less |',
    '| `TWO` |  |  | Both, that is to say either. More \\| less |',
    '| `THREE` | e.g. `x` | `x` `y` | Three |',
    '',
  ]);
});
