import { contactSentences } from './contactSentences';
import { documentSentences } from './documentSentences';
import { figureSentences } from './figureSentences';
import { helpText, noAnswer } from './helpText';
import type { ToolResult } from './toolResults';
import type { Understanding } from './understanding';

/** The answer in the language of the question: what each tool found, then what has to be said beside it. */
export function composeAnswer(understanding: Understanding, results: ToolResult[]): string {
  const { language, intent, askBack, remarks, documentsFirst } = understanding;
  if (askBack) return plainlyFound(results).map((result) => wordsOf(result, understanding))[0] ?? askBack;
  if (results.length === 0) return intent === 'smalltalk' ? helpText[language] : noAnswer[language];
  const answers = inOrder(results, understanding).map((result) => wordsOf(result, understanding));
  const isFromDocuments = documentsFirst && results.every(({ artifact }) => artifact?.kind === 'passages');
  return [...answers, ...(isFromDocuments ? [] : remarks)].filter((text) => text !== '').join('\n\n');
}

/** Documents answer in place of a question back where they surely do. */
function plainlyFound(results: ToolResult[]): ToolResult[] {
  return results.filter(({ artifact }) => artifact?.kind === 'passages' && artifact.grade === 'found');
}

/** Documents that were looked at because there were no figures are the answer, where they say anything. */
function inOrder(results: ToolResult[], { fallbackQuery, documentsFirst }: Understanding): ToolResult[] {
  if (documentsFirst && results.length > 1)
    return results.filter(({ artifact }) => artifact?.kind !== 'passages');
  if (fallbackQuery === undefined) return results;
  const fromDocuments = results.filter(
    ({ artifact }) => artifact?.kind === 'passages' && artifact.grade !== 'none',
  );
  const figures = results.filter(({ artifact }) => artifact?.kind !== 'passages');
  return [...fromDocuments, ...figures];
}

function wordsOf({ args, artifact }: ToolResult, understanding: Understanding): string {
  const { language } = understanding;
  if (!artifact) return noAnswer[language];
  switch (artifact.kind) {
    case 'error':
      return artifact.message;
    case 'passages':
      return documentSentences(artifact, understanding);
    case 'table': {
      const sentences = args.list ? contactSentences : figureSentences;
      return [artifact.notice, sentences(artifact.table, args, language)].filter(Boolean).join('\n\n');
    }
  }
}
