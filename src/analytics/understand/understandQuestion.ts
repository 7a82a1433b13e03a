import type { Understanding } from '../../llm/offlinePlanner/understanding';
import { koreanDay } from '../../shared/koreanTime';
import { contentWords } from '../../storage/searchIndex/questionWords';
import type { InteractionsQuery, SalesQuery } from '../figureQuery';
import { carryOver, type Topic } from '../conversation/carryOver';
import { isNamed } from '../conversation/carryFilters';
import { goesOn, saidIn } from '../conversation/goesOn';
import { readOpening } from '../conversation/readOpening';
import { readReply } from '../conversation/readReply';
import type { AmbiguousName, Candidate, LinkedNames } from '../linkNames/linkedNames';
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
  /** It was understood by the questions before it. */
  goesOn?: true;
}

/** A question with the names it has, when it was asked. */
export interface AskedQuestion {
  question: string;
  names: LinkedNames;
  now: Date;
}

/**
 * Understands a question by the semantic model: which figures, of what and whom, when; or what to look for in documents;
 * or what to ask back. Pure: the names come from `linkNames`.
 * @param earlier the questions before it in the conversation, oldest first: "그럼 9월은?" goes on from them.
 */
export function understandQuestion(
  question: string,
  {
    names,
    now,
    employee,
    earlier = [],
  }: Omit<AskedQuestion, 'question'> & {
    employee: Person;
    earlier?: AskedQuestion[];
  },
): QuestionUnderstanding {
  const thread = earlier.reduce<Thread>(
    (soFar, asked) => understandNext(asked, soFar, employee).thread,
    nothingSaid,
  );
  return understandNext({ question, names, now }, thread, employee).understanding;
}

/** What a conversation has come to: what figures it is about, and what was asked back. */
interface Thread {
  topic: Topic | null;
  pending: { asked: AskedQuestion; clues: Clues; name: AmbiguousName; goesOn: boolean } | null;
}

const nothingSaid: Thread = { topic: null, pending: null };

interface Step {
  understanding: QuestionUnderstanding;
  thread: Thread;
}

/** Understands one question of a conversation, and what the next one may go on from. */
function understandNext(asked: AskedQuestion, thread: Thread, employee: Person): Step {
  const { question, names, now } = asked;
  const text = normalizeQuestion(question);
  const language = questionLanguage(question);
  if (thread.pending) {
    const meant = readReply(question, thread.pending.name);
    const { clues, name, asked: before, goesOn: isNext } = thread.pending;
    if (meant) return answer(settled(clues, name, meant), before, { employee, goesOn: isNext });
  }
  if (!/[가-힣a-z0-9ᄀ-ᄒ]/u.test(text)) {
    const askBack = phrases.emptyQuestion[language];
    return { understanding: { language, intent: 'unclear', askBack, remarks: [] }, thread };
  }
  if (isSmalltalk(text)) return { understanding: { language, intent: 'smalltalk', remarks: [] }, thread };

  const alone = readClues(text, names, now);
  const { topic } = thread;
  const opening = readOpening(text);
  const rest = topic && readClues(opening.rest, names, now, topic.clues.times.year);
  if (!topic || !rest || !goesOn(rest, opening, topic))
    return answer(alone, asked, { employee, goesOn: false });
  const { pointsTo } = opening;
  if (pointsTo && !isNamed(pointsTo, topic.clues) && !isNamed(pointsTo, rest)) {
    const askBack = phrases.whichMeant(pointsTo)[language];
    return { understanding: { language, intent: 'unclear', askBack, remarks: [] }, thread };
  }
  return answer(carryOver(topic, rest, opening, koreanDay(now)), asked, { employee, goesOn: true, topic });
}

/** What the clues of a question ask for. */
function answer(
  clues: Clues,
  asked: AskedQuestion,
  { employee, goesOn: isNext, topic }: { employee: Person; goesOn: boolean; topic?: Topic },
): Step {
  const { question, names, now } = asked;
  const language = questionLanguage(question);
  const read = subjectsOf(clues);
  const subjects = isNext
    ? { ...(read.figures || !topic ? read : topic.subjects), documents: false }
    : withoutStrangers(read, clues);
  const today = koreanDay(now);
  const next = isNext ? { goesOn: true as const } : {};
  const sales = subjects.sales ? salesQueryOf(clues, employee, today) : undefined;
  const interactions = subjects.interactions ? interactionsQueryOf(clues, employee, today) : undefined;
  const period = sales?.period ?? interactions?.period;
  const thread: Thread = {
    topic: period ? { clues, subjects, period } : hasOwnTopic(clues) ? null : (topic ?? null),
    pending: null,
  };
  const back = subjects.figures
    ? questionBack({ clues, text: normalizeQuestion(question), today }, subjects.documents)
    : isPeriodAlone(clues)
      ? phrases.whichFigure
      : null;
  if (back) {
    const [name] = clues.ambiguous;
    const pending = name ? { asked, clues, name, goesOn: isNext } : null;
    const fallback = isAboutNoFigures(clues) ? { fallbackQuery: question } : {};
    const unresolved = [...clues.unknown.names, ...unknownConditions(clues, normalizeQuestion(question))];
    if (thread.topic) thread.topic.clues = { ...clues, unknown: { ...clues.unknown, names: unresolved } };
    return {
      understanding: {
        language,
        intent: 'unclear',
        askBack: back[language],
        ...fallback,
        ...next,
        remarks: [],
      },
      thread: { ...thread, pending },
    };
  }
  const understanding: QuestionUnderstanding = {
    language,
    intent: sales ? 'figures-sales' : interactions ? 'figures-interactions' : 'documents',
    ...(sales ? { sales } : {}),
    ...(interactions ? { interactions } : {}),
    ...(subjects.documents ? { searchQuery: searchQueryOf(question, clues, names, subjects.figures) } : {}),
    ...(subjects.figures && !subjects.documents && !isNext
      ? { fallbackQuery: searchQueryOf(question, clues, names, false) }
      : {}),
    ...next,
    ...(subjects.figures && !subjects.documents && !isNext && mayBeRule(clues)
      ? { documentsFirst: true as const, searchQuery: question, fallbackQuery: undefined }
      : {}),
    about: [...new Set(names.products.map(({ name }) => bareBrand(name)))],
    remarks: subjects.figures
      ? remarksOf(clues, names, employee, subjects.documents).map((remark) => remark[language])
      : [],
  };
  return { understanding, thread };
}

/** The clues with what a name that meant several was said to mean. */
function settled(clues: Clues, name: AmbiguousName, { kind, codes }: Candidate): Clues {
  const key = ({ customer: 'customers', product: 'products', employee: 'employeeNos' } as const)[kind];
  const named = [...new Set([...(clues.filters[key] ?? []), ...codes])];
  const isBeside = clues.groupings.length === 0 && clues.filters[key] !== undefined;
  return {
    ...clues,
    filters: { ...clues.filters, [key]: named },
    ambiguous: clues.ambiguous.filter((other) => other !== name),
    groupings: isBeside ? [kind] : clues.groupings,
  };
}

/** Whether a question that is not about figures is about something else: what was spoken of before is over then. */
function hasOwnTopic({ unknown, strongDocuments, weakDocuments, filters }: Clues): boolean {
  const words = unknown.others.length + unknown.names.length + Object.keys(filters).length;
  return strongDocuments || weakDocuments || words > 0;
}

/** "최소 주문 금액?", "달성률 107% 지급률?": figures of nobody and no time, with words that figures do not explain. */
function mayBeRule(clues: Clues): boolean {
  const { whose, period, comparison } = saidIn(clues);
  const { groupings, subject, filters, sold, ever, ranking, bounds, unknown } = clues;
  const isPlaced = whose || period || comparison || groupings.length > 0 || subject !== null || sold || ever;
  const isNamed = Object.keys(filters).length > 0;
  const isOdd = unknown.others.length > 0 || bounds.length > 0 || ranking?.limit === 1;
  return !isPlaced && !isNamed && isOdd;
}

/** "8월은?" with nothing said before. */
function isPeriodAlone(clues: Clues): boolean {
  const { period, ...others } = saidIn(clues);
  return period && !Object.values(others).some(Boolean) && !hasOwnTopic(clues);
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
function isAboutNoFigures({ unknown, unsupported, times, metrics }: Clues): boolean {
  const isOfFigures = times.period !== undefined && metrics.last >= 0;
  return !isOfFigures && unknown.names.length + unknown.others.length + unsupported.length > 0;
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
  { clues, text, today }: { clues: Clues; text: string; today: string },
  hasDocuments: boolean,
): Texts | null {
  const [ambiguous] = clues.ambiguous;
  if (ambiguous) return phrases.whichOne(ambiguous);
  const unknown = [...clues.unknown.names, ...unknownConditions(clues, text)];
  if (unknown.length > 0 && !hasDocuments) return phrases.notFound(unknown);
  if (clues.unknown.dates.length > 0) return phrases.noSuchDate(clues.unknown.dates);
  if (clues.times.period && clues.times.period.from > today) return phrases.notYet(clues.times.period);
  if (clues.feasts.length > 0) return phrases.noFeasts(clues.feasts);
  if (clues.others.length > 0) return phrases.whichOther(clues.others);
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
function unknownConditions({ unknown, metrics, subject }: Clues, text: string): string[] {
  const isCondition = ({ index }: { index: number }) =>
    index < Math.max(metrics.last, subject?.index ?? -1) ||
    /(?<![a-z])(?:of|for|to|at|from|with)\s+(?:the\s+)?$/u.test(text.slice(0, index));
  return unknown.others.filter(isCondition).map(({ word }) => word);
}

function remarksOf(clues: Clues, names: LinkedNames, { role }: Person, hasDocuments: boolean): Texts[] {
  const unknown = hasDocuments ? [] : clues.unknown.others.map(({ word }) => word);
  const near = [...names.customers, ...names.products, ...names.employees].filter(
    ({ isNear, matched }, at, all) => isNear && all.findIndex((other) => other.matched === matched) === at,
  );
  return [
    ...near.map(({ matched, name }) => phrases.takenFor(matched, bareBrand(name))),
    ...(clues.company && (role === 'rep' || role === 'manager') ? [phrases.notWholeCompany] : []),
    ...(clues.unsupported.length > 0 && !hasDocuments ? [phrases.noSuchFigures(clues.unsupported)] : []),
    ...(unknown.length > 0 ? [phrases.notUnderstood(unknown)] : []),
  ];
}
