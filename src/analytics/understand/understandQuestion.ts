import type { Understanding } from '../../llm/offlinePlanner/understanding';
import { koreanDay } from '../../shared/koreanTime';
import { contentWords } from '../../storage/searchIndex/questionWords';
import type { InteractionsQuery, SalesQuery } from '../figureQuery';
import type { LinkedNames } from '../linkNames/linkedNames';
import { particles } from '../koreanEndings';
import { bareBrand } from '../linkNames/nameForms';
import { normalizeQuestion } from '../normalizeQuestion';
import type { Texts } from '../semanticModel/types';
import { subjectsOf, type Subjects } from './subjectsOf';
import { interactionsQueryOf } from './interactionsQueryOf';
import { greeting, helpRequest, strongDocumentWords, thanks } from './lexicon';
import * as phrases from './phrases';
import { questionLanguage } from './questionLanguage';
import type { Person } from './queryParts';
import { readClues, type Clues } from './readClues';
import { salesQueryOf } from './salesQueryOf';
import { searchQueryOf } from './searchQueryOf';

const leadingParticles = new RegExp(`^(?:${particles})+`, 'u');

/** What a question asks for, with the queries that answer it. */
export interface QuestionUnderstanding extends Understanding {
  sales?: SalesQuery;
  interactions?: InteractionsQuery;
}

/**
 * Understands a question by the semantic model: which figures, of what and whom, when; or what to look for in documents;
 * or what to ask back. Pure: the names come from `linkNames`.
 */
export function understandQuestion(
  question: string,
  { names, now, employee }: { names: LinkedNames; now: Date; employee: Person },
): QuestionUnderstanding {
  const text = normalizeQuestion(question);
  const language = questionLanguage(question);
  if (!/[가-힣a-z0-9]/u.test(text))
    return { language, intent: 'unclear', askBack: phrases.emptyQuestion[language], remarks: [] };
  if (isSmalltalk(text)) return { language, intent: 'smalltalk', remarks: [] };

  const clues = readClues(text, names, now);
  const subjects = withoutStrangers(subjectsOf(clues), clues);
  const today = koreanDay(now);
  const back = subjects.figures ? questionBack({ clues, names, text, today }, subjects.documents) : null;
  if (back) {
    const fallback = isAboutNoFigures(clues) ? { fallbackQuery: question } : {};
    return { language, intent: 'unclear', askBack: back[language], ...fallback, remarks: [] };
  }

  return {
    language,
    intent: subjects.sales ? 'figures-sales' : subjects.interactions ? 'figures-interactions' : 'documents',
    ...(subjects.sales ? { sales: salesQueryOf(clues, employee, today) } : {}),
    ...(subjects.interactions ? { interactions: interactionsQueryOf(clues, employee, today) } : {}),
    ...(subjects.documents ? { searchQuery: searchQueryOf(question, clues, names, subjects.figures) } : {}),
    ...(subjects.figures && !subjects.documents
      ? { fallbackQuery: searchQueryOf(question, clues, names, false) }
      : {}),
    about: [...new Set(names.products.map(({ name }) => bareBrand(name)))],
    remarks: subjects.figures
      ? remarksOf(clues, employee, subjects.documents).map((remark) => remark[language])
      : [],
  };
}

/**
 * Figures of somebody who is not known would be everybody's: where documents are asked for too, they alone answer; else it
 * is asked back, see `questionBack`.
 */
function withoutStrangers(subjects: Subjects, clues: Clues): Subjects {
  const strangers = [...clues.unknown.names, ...wordsNextToMetric(clues)];
  if (!subjects.documents || strangers.length === 0) return subjects;
  return { sales: false, interactions: false, figures: false, documents: true };
}

/** Words right before a figure (타이레놀 매출), and not the topic of documents before them (급여기준이랑 9월 매출). */
function wordsNextToMetric({ unknown, metrics, topic }: Clues): string[] {
  const isNext = ({ word, index }: { word: string; index: number }) =>
    index < metrics.last &&
    !/[가-힣a-z0-9]{2,}/u.test(topic.slice(index + word.length, metrics.last).replace(leadingParticles, ''));
  const isTopic = ({ word }: { word: string }) => word.search(strongDocumentWords) >= 0;
  return unknown.others.filter((other) => isNext(other) && !isTopic(other)).map(({ word }) => word);
}

/** Words without a meaning for figures: documents may know them. */
function isAboutNoFigures({ unknown, unsupported, times }: Clues): boolean {
  return times.period === undefined && unknown.names.length + unknown.others.length + unsupported.length > 0;
}

function isSmalltalk(text: string): boolean {
  if (helpRequest.test(text)) return true;
  const rest = withoutPleasantries(text);
  return rest !== text && contentWords(rest).length === 0;
}

function withoutPleasantries(text: string): string {
  const rest = text
    .replace(greeting, '')
    .replace(thanks, '')
    .replace(/^[\s!.,~?]+/u, '');
  return rest === text ? text : withoutPleasantries(rest);
}

/** What has to be asked before figures can be right; null where nothing has. */
function questionBack(
  { clues, names, text, today }: { clues: Clues; names: LinkedNames; text: string; today: string },
  hasDocuments: boolean,
): Texts | null {
  const [ambiguous] = names.ambiguous;
  if (ambiguous) return phrases.whichOne(ambiguous);
  const unknown = [...clues.unknown.names, ...unknownConditions(clues, text)];
  if (unknown.length > 0 && !hasDocuments) return phrases.notFound(unknown);
  if (clues.unknown.dates.length > 0) return phrases.noSuchDate(clues.unknown.dates);
  if (clues.times.period && clues.times.period.from > today) return phrases.notYet(clues.times.period);
  if (clues.excluded) return phrases.noExclusion;
  if (clues.idle === 'sales' && clues.subject && clues.subject.key !== 'customer')
    return phrases.onlyCustomersWithout;
  if (clues.forecast) return phrases.noForecast;
  if (clues.unsupported.length > 0 && !hasDocuments && clues.metrics.sales.length === 0) {
    return phrases.noSuchFigures(clues.unsupported);
  }
  return null;
}

/** Words that stand where a condition does, before the figure or behind "of": without them the answer would be another. */
function unknownConditions({ unknown, metrics }: Clues, text: string): string[] {
  const isCondition = ({ index }: { index: number }) =>
    index < metrics.last || /(?<![a-z])(?:of|for|to|at|from|with)\s+(?:the\s+)?$/u.test(text.slice(0, index));
  return unknown.others.filter(isCondition).map(({ word }) => word);
}

function remarksOf(clues: Clues, { role }: Person, hasDocuments: boolean): Texts[] {
  const unknown = hasDocuments ? [] : clues.unknown.others.map(({ word }) => word);
  return [
    ...(clues.company && (role === 'rep' || role === 'manager') ? [phrases.notWholeCompany] : []),
    ...(clues.unsupported.length > 0 && !hasDocuments ? [phrases.noSuchFigures(clues.unsupported)] : []),
    ...(unknown.length > 0 ? [phrases.notUnderstood(unknown)] : []),
  ];
}
