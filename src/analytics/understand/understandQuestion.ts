import { koreanDay } from '../../shared/koreanTime';
import { carryOver } from '../conversation/carryOver';
import { isNamed } from '../conversation/carryFilters';
import { goesOn } from '../conversation/goesOn';
import { readOpening } from '../conversation/readOpening';
import { readReply } from '../conversation/readReply';
import type { AmbiguousName, Candidate } from '../linkNames/linkedNames';
import { normalizeQuestion } from '../normalizeQuestion';
import { answerClues } from './answerClues';
import * as phrases from './phrases';
import { questionLanguage } from './questionLanguage';
import type { Person } from './queryParts';
import { readClues, type Clues } from './readClues';
import { isSmalltalk } from './smalltalk';
import {
  nothingSaid,
  type AskedQuestion,
  type QuestionUnderstanding,
  type Step,
  type Thread,
} from './thread';

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

/** Understands one question of a conversation, and what the next one may go on from. */
function understandNext(asked: AskedQuestion, thread: Thread, employee: Person): Step {
  const { question, names, now } = asked;
  const text = normalizeQuestion(question);
  const language = questionLanguage(question);
  if (thread.pending) {
    const meant = readReply(question, thread.pending.name);
    const { clues, name, asked: before, goesOn: isNext } = thread.pending;
    if (meant) return answerClues(settled(clues, name, meant), before, { employee, goesOn: isNext });
  }
  const isNumberAlone = /^[\d\s.,!?]+$/u.test(text) && names.customers.length + names.products.length === 0;
  if (!/[가-힣a-z0-9ᄀ-ᄒ]/u.test(text) || isNumberAlone) {
    const askBack = phrases.emptyQuestion[language];
    return { understanding: { language, intent: 'unclear', askBack, remarks: [] }, thread };
  }
  if (isSmalltalk(text)) return { understanding: { language, intent: 'smalltalk', remarks: [] }, thread };

  const alone = readClues(text, names, now);
  const { topic } = thread;
  const opening = readOpening(text);
  const rest = topic && readClues(opening.rest, names, now, topic.clues.times.year);
  if (!topic || !rest || !goesOn(rest, opening, topic))
    return answerClues(alone, asked, { employee, goesOn: false });
  const { pointsTo } = opening;
  if (pointsTo && !isNamed(pointsTo, topic.clues) && !isNamed(pointsTo, rest)) {
    const askBack = phrases.whichMeant(pointsTo)[language];
    return { understanding: { language, intent: 'unclear', askBack, remarks: [] }, thread };
  }
  return answerClues(carryOver(topic, rest, opening, koreanDay(now)), asked, {
    employee,
    goesOn: true,
    topic,
  });
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
