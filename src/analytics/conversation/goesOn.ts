import type { Clues } from '../understand/readClues';
import type { Subjects } from '../understand/subjectsOf';
import type { Opening } from './readOpening';

/** What a question says itself, slot by slot. */
export interface Said {
  /** What is counted or listed: a metric, "not visited", "when last". */
  what: boolean;
  /** Names and other conditions. */
  names: boolean;
  /** Whose figures. */
  whose: boolean;
  period: boolean;
  comparison: boolean;
  /** Groups, rankings, bounds, changes. */
  shape: boolean;
}

export function saidIn(clues: Clues): Said {
  const { filters, times, metrics } = clues;
  const { employeeNos, teams, ...things } = filters;
  return {
    what:
      metrics.sales.length + metrics.interactions.length + clues.unsupported.length > 0 ||
      clues.idle !== null ||
      clues.target !== null ||
      [clues.sold, clues.wentOut, clues.whenLast, clues.nextAction, clues.talked].some(Boolean) ||
      clues.forecast,
    names: Object.keys(things).length > 0 || clues.ambiguous.length > 0,
    whose: employeeNos !== undefined || teams !== undefined || clues.mine || clues.team || clues.company,
    period: (times.period !== undefined && !times.isAssumed) || clues.unknown.dates.length > 0,
    comparison: times.compare !== undefined,
    shape:
      clues.groupings.length > 0 ||
      clues.bounds.length > 0 ||
      clues.ranking !== null ||
      clues.subject !== null ||
      clues.change !== null ||
      clues.count !== undefined ||
      [clues.growth, clues.trend, clues.list].some(Boolean),
  };
}

/**
 * Whether a question goes on from figures that were asked for before. One with a full meaning of its own does not: it says
 * what is counted, and when or of whom. The rest of a question does: "8월은?", "팀별로", "수량으로".
 */
export function goesOn(
  clues: Clues,
  opening: Opening,
  before: { clues: Clues; subjects: Subjects },
): boolean {
  if (clues.strongDocuments || clues.subject?.isListed) return false;
  const said = saidIn(clues);
  if (!Object.values(said).some(Boolean) && !hasOpeningOfItsOwn(opening)) return mayBeName(clues, opening);
  if (clues.weakDocuments && !said.what && !said.period && !opening.connects) return false;
  if (opening.narrows || opening.pointsBack) return true;
  if (isFull(said, clues, opening))
    return opening.connects && !said.whose && isOfSameSubject(clues, before.subjects);
  return opening.connects || !isBareRepetition(said, clues, before.clues);
}

function hasOpeningOfItsOwn({ shift, limit, span, widens, shows }: Opening): boolean {
  return [shift, limit, span, widens, shows].some((said) => said !== null);
}

/** "타이레놀은?": nothing is known of it, and it stands where a name would. */
function mayBeName({ unknown, weakDocuments }: Clues, { connects, contrasts }: Opening): boolean {
  const words = unknown.names.length + unknown.others.length;
  return (connects || contrasts) && !weakDocuments && words > 0 && words <= 2;
}

/** "한빛내과 매출은?" is held against another customer's; "한빛내과 매출 알려줘" stands alone. */
function isFull(said: Said, { idle, subject }: Clues, { contrasts }: Opening): boolean {
  if (!said.what) return false;
  return said.period || (idle !== null && subject !== null) || ((said.names || said.whose) && !contrasts);
}

function isOfSameSubject({ metrics, idle, whenLast, nextAction, wentOut }: Clues, before: Subjects): boolean {
  const isOfContacts =
    metrics.interactions.length > 0 || idle === 'visits' || whenLast || nextAction || wentOut;
  return isOfContacts ? before.interactions : before.sales;
}

/** "매출 현황 보여줘" behind sales of something changes nothing: it is meant to stand alone. */
function isBareRepetition(said: Said, { metrics }: Clues, before: Clues): boolean {
  const { what, ...others } = said;
  const same = (['sales', 'interactions'] as const).every((subject) =>
    metrics[subject].every((key) => (before.metrics[subject] as string[]).includes(key)),
  );
  return what && same && metrics.last >= 0 && !Object.values(others).some(Boolean);
}
