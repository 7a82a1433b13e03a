import { koreanDay } from '../../shared/koreanTime';
import type { Topic } from '../conversation/carryOver';
import { saidIn } from '../conversation/goesOn';
import { particles } from '../koreanEndings';
import { bareBrand } from '../linkNames/nameForms';
import { normalizeQuestion } from '../normalizeQuestion';
import { interactionsQueryOf } from './interactionsQueryOf';
import { strongDocumentWords } from './lexicon';
import * as phrases from './phrases';
import { isAboutNoFigures, questionBack, remarksOf, unknownConditions } from './questionBack';
import { questionLanguage } from './questionLanguage';
import type { Person } from './queryParts';
import type { Clues } from './readClues';
import { salesQueryOf } from './salesQueryOf';
import { searchQueryOf } from './searchQueryOf';
import { subjectsOf, type Subjects } from './subjectsOf';
import type { AskedQuestion, QuestionUnderstanding, Step, Thread } from './thread';

const leadingParticles = new RegExp(`^(?:${particles})+`, 'u');

/** What the clues of a question ask for. */
export function answerClues(
  clues: Clues,
  asked: AskedQuestion,
  { employee, goesOn, topic }: { employee: Person; goesOn: boolean; topic?: Topic },
): Step {
  const { question, names, now } = asked;
  const language = questionLanguage(question);
  const text = normalizeQuestion(question);
  const read = subjectsOf(clues);
  const subjects = goesOn
    ? { ...(read.figures || !topic ? read : topic.subjects), documents: false }
    : withoutStrangers(read, clues);
  const today = koreanDay(now);
  const next = goesOn ? { goesOn: true as const } : {};
  const sales = subjects.sales ? salesQueryOf(clues, employee, today) : undefined;
  const interactions = subjects.interactions ? interactionsQueryOf(clues, employee, today) : undefined;
  const period = sales?.period ?? interactions?.period;
  const thread: Thread = {
    topic: period ? { clues, subjects, period } : hasOwnTopic(clues) ? null : (topic ?? null),
    pending: null,
  };
  const back = subjects.figures
    ? questionBack(clues, { text, today, hasDocuments: subjects.documents, goesOn })
    : isPeriodAlone(clues)
      ? phrases.whichFigure
      : null;
  if (back) {
    const [name] = clues.ambiguous;
    const pending = name ? { asked, clues, name, goesOn } : null;
    const fallback = isAboutNoFigures(clues) ? { fallbackQuery: question } : {};
    const unresolved = [...clues.unknown.names, ...unknownConditions(clues, text, goesOn)];
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
    ...(subjects.figures && !subjects.documents && !goesOn
      ? { fallbackQuery: searchQueryOf(question, clues, names, false) }
      : {}),
    ...next,
    ...(subjects.figures && !subjects.documents && !goesOn && mayBeRule(clues)
      ? {
          documentsFirst: clues.unknown.others.length > 0 ? ('near' as const) : ('found' as const),
          searchQuery: question,
          fallbackQuery: undefined,
        }
      : {}),
    about: [...new Set(names.products.map(({ name }) => bareBrand(name)))],
    remarks: subjects.figures
      ? [
          ...remarksOf(clues, names, employee, subjects.documents),
          ...(sales && interactions && (clues.idle || clues.bounds.length > 0) ? [phrases.notTogether] : []),
        ].map((remark) => remark[language])
      : [],
  };
  return { understanding, thread };
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
