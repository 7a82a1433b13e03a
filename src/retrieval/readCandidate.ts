import type { Language } from '../shared/problem';
import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { indexTokens } from '../storage/searchIndex/tokens';
import { splitSentences } from '../text/splitSentences';
import { textLanguage } from '../text/textLanguage';
import { isNegated } from './negation';

/** A sentence or part of one, and whether it says that something is not. */
export interface Statement {
  tokens: Set<string>;
  isNegated: boolean;
}

/** A passage cut into what questions are compared with. */
export interface ReadCandidate {
  language: Language;
  /** All that is written in it and above it. */
  everything: Set<string>;
  text: Set<string>;
  /** The heading right above it, those further up, and the title. */
  heading: Set<string>;
  headings: Set<string>;
  title: Set<string>;
  sentences: (Statement & { clauses: Statement[] })[];
  /** The heading right above says not: so is all below it meant. */
  isUnderNegation: boolean;
  /** Characters that are neither title nor heading. */
  ownLength: number;
}

/** Passages kept as they were read: the same are found again and again, and reading is most of what ranking costs. */
const keptPassages = 4000;
const kept = new Map<string, { text: string; above: string; read: ReadCandidate }>();

/** Reads a passage, or remembers how it was read; the one not used for longest is forgotten first. */
export function readCandidate(hit: Pick<IndexHit, 'chunkId' | 'title' | 'heading' | 'text'>): ReadCandidate {
  const above = `${hit.title}\n${hit.heading}`;
  const known = kept.get(hit.chunkId);
  const read = known && known.text === hit.text && known.above === above ? known.read : cut(hit);
  kept.delete(hit.chunkId);
  kept.set(hit.chunkId, { text: hit.text, above, read });
  if (kept.size > keptPassages) kept.delete(kept.keys().next().value!);
  return read;
}

function cut({ title, heading, text }: Pick<IndexHit, 'title' | 'heading' | 'text'>): ReadCandidate {
  const headings = heading.split(' > ');
  const lines = text.split('\n');
  const own = lines.filter((line) => line !== title && !headings.includes(line));
  return {
    language: textLanguage(text),
    everything: new Set(indexTokens([text, heading, title].join('\n'))),
    text: new Set(indexTokens(text)),
    heading: new Set(indexTokens(headings.at(-1) ?? '')),
    headings: new Set(indexTokens(headings.slice(0, -1).join(' '))),
    title: new Set(indexTokens(title)),
    sentences: lines.flatMap((line) =>
      splitSentences(line).map(({ start, end }) => {
        const sentence = line.slice(start, end);
        return { ...stated(sentence), clauses: sentence.split(clauseEnd).filter(hasText).map(stated) };
      }),
    ),
    isUnderNegation: isNegated(headings.at(-1) ?? ''),
    ownLength: own.reduce((length, line) => length + line.length, 0),
  };
}

/** Between two clauses: a comma (not of a number), a cell's edge, or a verb that goes on (-며, -고, -으나, -지만). */
const clauseEnd = /(?<=\D),\s|;|\s\|\s|(?<=[가-힣](?:으나|지만|는데|며|고|되))\s/u;

function hasText(text: string): boolean {
  return text.trim() !== '';
}

function stated(text: string): Statement {
  return { tokens: new Set(indexTokens(text)), isNegated: isNegated(text) };
}
