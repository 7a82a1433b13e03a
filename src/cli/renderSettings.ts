import type { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

/** A part of `.env.example`: notes, and settings with what is said of them. */
interface Section {
  title: string;
  notes: string[];
  settings: { name: string; shown: string; about: string }[];
}

/**
 * Every setting with its default and what it is for, as a Markdown page: from `.env.example` and the schema that checks them.
 * @param hasDefault whether what the example shows of a setting holds when nothing is set.
 */
export function renderSettings(
  example: string,
  schema: Schema,
  hasDefault: (name: string) => boolean,
): string {
  return [
    '# Configuration',
    '',
    'Made from `.env.example` and `src/env.ts` by `npm run settings`; a test fails when it differs.',
    '',
    'A setting is a variable of the environment, or a line of the file `.env` that `npm start` and `docker-compose.yml` read. An empty value',
    'counts as not set. With nothing set everything is embedded and the sample company is loaded. A wrong value stops the start and is named,',
    'and so are settings that contradict each other. Which limits hold now is shown to an admin on the page "Limits".',
    '',
    ...sectionsOf(example).flatMap(({ title, notes, settings }) => [
      `## ${title}`,
      '',
      ...notes.flatMap((note) => [note, '']),
      '| setting | default, or an example | what is taken | what it is |',
      '|---|---|---|---|',
      ...settings.map(({ name, shown, about }) => {
        const value = shown === '' ? '' : `${hasDefault(name) ? '' : 'e.g. '}\`${shown}\``;
        const property = (schema.properties?.[name] ?? {}) as Schema;
        return `| \`${name}\` | ${value} | ${valuesOf(property)} | ${about} |`;
      }),
      '',
    ]),
  ].join('\n');
}

/** What the schema takes, where that is less than any text. */
function valuesOf({ enum: values, minimum, maximum, minLength }: Schema): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(' ');
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  return minLength !== undefined && minLength > 1 ? `${minLength} characters or more` : '';
}

/** `# --- 한국어 / English ---` begins a section; what is said before one or more settings is about each of them. */
function sectionsOf(example: string): Section[] {
  const sections: Section[] = [];
  let said: string[] = [];
  let isAbout = false;
  for (const line of example.split('\n')) {
    const [, title] = /^# --- (.+) ---$/.exec(line) ?? [];
    const [, name, shown] = /^#?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    const section = sections.at(-1);
    if (title) {
      sections.push({ title: inEnglish(title), notes: [], settings: [] });
      said = [];
    } else if (name) {
      section!.settings.push({ name, shown: shown!, about: textOf(said) });
      isAbout = true;
    } else if (line.startsWith('#')) {
      // The first line said after a setting is about the next one.
      if (isAbout) said = [];
      isAbout = false;
      said.push(line.slice(1).trim());
    } else if (section && said.length > 0 && !isAbout) {
      section.notes.push(textOf(said));
      said = [];
    }
  }
  return sections;
}

/** The English of what is said in both languages. A line in both is a sentence of its own; one in English alone may go on in the next. */
function textOf(lines: string[]): string {
  return lines
    .map((line) => ({ isBoth: hangul.test(line), text: inEnglish(line) }))
    .filter(({ text }) => text !== '')
    .map(({ isBoth, text }, at) => `${at === 0 ? '' : isBoth ? '. ' : ' '}${text}`)
    .join('')
    .replaceAll('|', '\\|');
}

const hangul = /\p{Script=Hangul}/u;

/** What stands behind ` / ` in a line of both languages, and a line without any Korean; pages become links. */
function inEnglish(line: string): string {
  const text = hangul.test(line) ? (/ \/ (.+)$/.exec(line)?.[1] ?? '') : line;
  return text.replace(/docs\/([\w-]+\.md)/g, '[$1]($1)');
}
