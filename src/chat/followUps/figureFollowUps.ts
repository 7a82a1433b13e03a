import type { FigureRequest } from '../../analytics/figureQuery';
import { figureQuestion, type ShownNames } from '../../analytics/followUps/figureQuestion';
import type { MeantFigures } from '../../analytics/followUps/meantFigures';
import { nextFigures } from '../../analytics/followUps/nextFigures';
import { linkQuestions } from '../../analytics/linkNames/linkNames';
import { readFigureRequest } from '../../analytics/readFigureRequest';
import { resolveNames } from '../../analytics/run/resolveNames';
import type { AskedQuestion } from '../../analytics/understand/thread';
import { may } from '../../policies/permissions';
import { koreanDay } from '../../shared/koreanTime';
import { runRecorded } from '../../tools/figures/runRecorded';
import { offerReadTimeoutMs } from '../readInTime';
import type { AnsweredTurn } from './askedTurn';
import { type FigureOffer, hasFigures } from './hasFigures';

/**
 * Questions that could follow the figures of an answer. Each is put to the program as if it had been asked next: what it does
 * not read as it was meant, and what has no figures for this person, is left out.
 */
export async function* figureFollowUps(turn: AnsweredTurn): AsyncGenerator<string> {
  const { actor, asked, language, now, signal, readAs, reads } = turn;
  const limits = { timeoutMs: offerReadTimeoutMs, signal };
  const read = await readAs(
    actor.id,
    async (query) => {
      const offers = await offersAfter(turn, (filters) => resolveNames(filters, query));
      if (offers.length === 0) return null;
      const questions = [...asked, ...offers].map(({ question }) => question);
      return { offers, names: await linkQuestions(questions, query) };
    },
    limits,
  );
  if (!read) return;
  const earlier = asked.map((before, at): AskedQuestion => ({ ...before, names: read.names[at]! }));
  for (const [at, offer] of read.offers.entries()) {
    const names = read.names[asked.length + at]!;
    const run = (request: FigureRequest) =>
      runRecorded(request, {
        ...{ ...limits, employee: actor, language, now, readAs, recordQuery: reads.recordQuery },
      });
    if (await hasFigures(offer, { actor, now, names, earlier, run })) yield offer.question;
  }
}

type Resolve = (filters: MeantFigures['filters']) => ReturnType<typeof resolveNames>;

/** What could be asked after the last figures of the answer, in words. */
async function offersAfter(
  { actor, tables, language, now }: AnsweredTurn,
  resolve: Resolve,
): Promise<FigureOffer[]> {
  const table = tables.findLast(({ query, rows }) => query !== undefined && rows.length > 0);
  if (!table?.query) return [];
  const request = readFigureRequest({ subject: table.query.subject, input: table.query.query });
  if ('mistake' in request) return [];
  const resolved = await resolve(request.query.filters ?? {});
  if (!('filters' in resolved) || resolved.hidden.length > 0) return [];
  const today = koreanDay(now);
  const seesOthers = may(actor, 'figures.all') || actor.role === 'manager';
  const next = nextFigures({ request, filters: resolved.filters, table, today, seesOthers });
  return next.flatMap(({ meant, name }) => {
    const names: ShownNames = { ...resolved.shown, ...(name ? { [name.filter]: [name.name] } : {}) };
    const question = figureQuestion(meant, names, { language, today });
    return question === null ? [] : [{ question, meant }];
  });
}
