import type { AliasThingDto } from '../../shared/aliases';
import type { ReaderQuery } from '../../storage/database/database';
import { linkNames } from '../linkNames/linkNames';
import type { LinkedNames } from '../linkNames/linkedNames';
import { normalizeQuestion } from '../normalizeQuestion';
import { readClues } from '../understand/readClues';

/** What a word means in a question before it becomes a name: a word of figures, or things that are called so already. */
export interface Meaning {
  isWord: boolean;
  things: Pick<AliasThingDto, 'kind' | 'code' | 'name'>[];
}

const noNames: LinkedNames = {
  ...{ customers: [], products: [], employees: [], teams: [], regions: [] },
  ...{ therapeuticClasses: [], ingredients: [], ambiguous: [] },
};

/** Reads a word as questions are read. What it is only like, or has as a part, it does not mean. */
export async function meaningOf(word: string, query: ReaderQuery): Promise<Meaning> {
  const text = normalizeQuestion(word);
  const { topic } = readClues(text, noNames, new Date());
  const names = await linkNames(word, query);
  const isWhole = ({ start, end, isNear }: { start: number; end: number; isNear?: true }) =>
    !isNear && text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
  const { teams, regions, therapeuticClasses, ingredients } = names;
  const values = [...teams, ...regions, ...therapeuticClasses, ...ingredients];
  const named = (['customer', 'product', 'employee'] as const).flatMap((kind) =>
    names[`${kind}s`].filter(isWhole).map(({ code, name }) => ({ kind, code, name })),
  );
  const candidates = names.ambiguous
    .filter(isWhole)
    .flatMap(({ candidates }) =>
      candidates.flatMap(({ kind, codes, name }) => codes.map((code) => ({ kind, code, name }))),
    );
  return { isWord: topic.trim() === '' || values.some(isWhole), things: [...named, ...candidates] };
}
