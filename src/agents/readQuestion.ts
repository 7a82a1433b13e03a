import { carriedOver } from '../analytics/conversation/carriedOver';
import { linkQuestions } from '../analytics/linkNames/linkNames';
import type { LinkedNames } from '../analytics/linkNames/linkedNames';
import { scopeInWords } from '../analytics/scope';
import { questionLanguage } from '../analytics/understand/questionLanguage';
import type { AskedQuestion, QuestionUnderstanding } from '../analytics/understand/thread';
import { understandQuestion } from '../analytics/understand/understandQuestion';
import { errorName } from '../audit/turnTrace';
import type { VerifiedChoice } from '../analytics/verified/chooseVerified';
import type { VerifiedQueries } from '../analytics/verified/verifiedQueries';
import { OfflinePlanner } from '../llm/offlinePlanner/offlinePlanner';
import type { Understanding } from '../llm/offlinePlanner/understanding';
import { may } from '../policies/permissions';
import type { NameDirectory } from '../retrieval/nameDirectory';
import { standaloneQuestion } from '../retrieval/standaloneQuestion';
import { koreanDay } from '../shared/koreanTime';
import type { Language } from '../shared/problem';
import type { PromptValues } from '../shared/prompts';
import type { ReadAs } from '../storage/database/database';
import type { QuestionToAnswer } from './questionToAnswer';
import { stepStarted } from './stepEvents';
import { asData } from './asData';
import { answeredByVerified, chooseVerifiedFor, examplesOf } from './verifiedQuery';

/** Milliseconds for finding the names of a question: a list of some thousands is read in tens. */
const linkTimeoutMs = 5_000;

/** A question as it is read before any model is asked. */
export interface QuestionRead {
  answerLanguage: Language;
  promptValues: PromptValues<'assistant'>;
  /** The planner for this question. What it knows beyond the names is read when it is wanted. */
  planner(): Promise<OfflinePlanner>;
}

interface Parts {
  readAs: ReadAs;
  names: () => Promise<NameDirectory>;
  verifiedQueries: Pick<VerifiedQueries, 'usable'>;
  /** Whether the planner answers only where a chat model fails: then it is not made ready for each question. */
  hasModel: boolean;
}

/**
 * Reads a question before any model does: the customers, products and people it names, as far as the person who asks knows
 * them, and what it goes on from. The offline planner plans with them; a large model gets them in its prompt.
 */
export async function readQuestion(
  turn: QuestionToAnswer & { now: Date },
  parts: Parts,
): Promise<QuestionRead> {
  const { question, past, actor, language, now } = turn;
  const asked = past.questions;
  const [names, verified] = await Promise.all([
    findNames(turn, [question, ...asked.map(({ content }) => content)], parts.readAs),
    parts.verifiedQueries.usable(),
  ]);
  const choice = chooseVerifiedFor(turn, names[0]!, verified);
  const think = () => thinkThrough(turn, { names, choice }, parts.names);
  const promptValues = {
    today: koreanDay(now),
    // Names, questions and the like are what people typed or a file brought in: in a prompt they must not speak as its rules do.
    employee: asData('person', [actor.name, actor.role, actor.team].filter(Boolean).join(', ')),
    scope: asData('scope', scopeInWords({ ...actor, seesAll: may(actor, 'figures.all') }, language)),
    names: asData('names', inWords(names[0]!)),
    examples: asData('examples', examplesOf(choice)),
    carriedOver: asData('carried_over', 'none'),
  };
  // A model that begins a chat needs nothing of it: no time is spent on what the planner would do.
  if (parts.hasModel && asked.length === 0) {
    const planner = async () => new OfflinePlanner(await think());
    return { answerLanguage: languageOf(question, asked), promptValues, planner };
  }
  const thought = await think();
  return {
    answerLanguage: thought.understanding.language,
    promptValues: { ...promptValues, carriedOver: asData('carried_over', thought.carriedOver) },
    planner: async () => new OfflinePlanner(thought),
  };
}

/** What the planner has to know of the question, in the light of those before it, and what a model is told of that. */
async function thinkThrough(
  turn: QuestionToAnswer & { now: Date },
  { names: [names, ...namesBefore], choice }: { names: LinkedNames[]; choice: VerifiedChoice | null },
  readNames: () => Promise<NameDirectory>,
): Promise<{ understanding: Understanding; carriedOver: string }> {
  const { question, past } = turn;
  const asked = past.questions;
  const directory = knownTo(
    await readNames(),
    [question, ...asked.map(({ content }) => content)],
    [names!, ...namesBefore],
  );
  // The first question of a chat stands alone.
  const standalone =
    asked.length === 0
      ? question
      : standaloneQuestion(
          question,
          asked.map(({ content }) => content),
          directory,
        );
  const understood = understand(
    turn,
    names!,
    asked.map(({ content, createdAt }, at) => ({
      question: content,
      names: namesBefore[at]!,
      now: createdAt,
    })),
  );
  const understanding = choice?.used ? answeredByVerified(choice.used, understood) : understood;
  return {
    understanding:
      standalone === question
        ? understanding
        : searchingFor(standalone, directory.namesIn(standalone), understanding),
    carriedOver: fromBefore(turn, understood, [names!, ...namesBefore], standalone),
  };
}

/** What a question goes on from, for a model and for the trace: its figures and its search as with nothing said before. */
function fromBefore(
  { question, trace }: QuestionToAnswer,
  understood: QuestionUnderstanding,
  names: LinkedNames[],
  standalone: string,
): string {
  const conditions = carriedOver(understood, names);
  if (!conditions && standalone === question) return 'none';
  const span = trace.start({ kind: 'link', name: 'standalone-question', input: { question } });
  const korean = understood.language === 'ko';
  const text = conditions
    ? `${korean ? '이전 대화에서 이어지는 조건' : 'Conditions that go on from before'}: ${conditions}`
    : `${korean ? '이어지는 문서 질문' : 'Question about documents that goes on'}: ${standalone}`;
  span.end({ output: text });
  return text;
}

/** Of a reply without words ("2") it is that of the question before. */
function languageOf(question: string, asked: { content: string }[]): Language {
  const inWords = [question, ...asked.map(({ content }) => content).reverse()].find((text) =>
    /\p{L}/u.test(text),
  );
  return questionLanguage(inWords ?? question);
}

/** What is looked for in documents is asked as with nothing said before; figures go by the question itself. */
function searchingFor(standalone: string, named: string[], understanding: Understanding): Understanding {
  const { intent, searchQuery, fallbackQuery } = understanding;
  if (intent !== 'documents' && intent !== 'unclear') return understanding;
  return {
    ...understanding,
    ...(searchQuery ? { searchQuery: standalone } : {}),
    ...(fallbackQuery ? { fallbackQuery: standalone } : {}),
    about: [...new Set([...(understanding.about ?? []), ...named])],
  };
}

/** What a question asks for with those before it; the trace has it as one that stands alone. */
function understand(
  { question, actor, now, trace }: QuestionToAnswer & { now: Date },
  names: LinkedNames,
  earlier: AskedQuestion[],
): QuestionUnderstanding {
  const span = trace.start({
    kind: 'link',
    name: 'question',
    input: { question, earlier: earlier.map((before) => before.question) },
  });
  const understanding = understandQuestion(question, { names, now, employee: actor, earlier });
  span.end({ output: understanding });
  return understanding;
}

/** The names of each of some questions. */
async function findNames(
  { actor, signal, trace, ...reader }: QuestionToAnswer,
  questions: string[],
  readAs: ReadAs,
): Promise<LinkedNames[]> {
  const span = trace.start({ kind: 'link', name: 'names', input: { question: questions[0] } });
  const finished = stepStarted(reader, { stepId: span.id, kind: 'link', name: 'names' });
  try {
    const limits = { timeoutMs: linkTimeoutMs, signal };
    const names = await readAs(actor.id, (query) => linkQuestions(questions, query), limits);
    finished(true, '', span.end({ output: names[0] }));
    return names;
  } catch (error) {
    finished(false, '', span.end({ error: errorName(error) }));
    throw error;
  }
}

/**
 * The directory as far as the person who asks knows its names. It has the customers of everybody, and who guesses what a colleague
 * calls one must not be told its name.
 */
function knownTo(
  directory: NameDirectory,
  texts: string[],
  linked: LinkedNames[],
): Pick<NameDirectory, 'namesIn'> {
  return {
    namesIn(text) {
      const asked = linked[texts.indexOf(text)];
      const customers = asked
        ? asked.customers
        : linked.flatMap((each) => each.customers).filter(({ name }) => text.includes(name));
      return [...new Set([...directory.productsIn(text), ...customers.map(({ name }) => name)])];
    },
  };
}

function inWords({ customers, products, employees }: LinkedNames): string {
  const all = [...customers, ...products, ...employees].map(({ name, code }) => `${name}: ${code}`);
  return all.length > 0 ? all.join('; ') : 'none';
}
