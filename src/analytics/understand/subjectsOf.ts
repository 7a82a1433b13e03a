import { isTimeDimension } from '../semanticModel/dimensions';
import type { Clues } from './readClues';

/** What a question is about; it may be several. */
export interface Subjects {
  sales: boolean;
  interactions: boolean;
  /** One of the two above. */
  figures: boolean;
  documents: boolean;
}

/**
 * Decides what a question is about. A metric alone does not make it one of figures: "방문 시 지켜야 할 규정" is about rules. It
 * takes what figures are asked for with, such as a period, a grouping or a name, or that nothing speaks for documents.
 */
export function subjectsOf(clues: Clues): Subjects {
  if (clues.assignedTo) return { sales: true, interactions: false, figures: true, documents: false };
  const named = metricsNamed(clues);
  const hasShape = shaped(clues);
  const isDocumentary = clues.strongDocuments || clues.weakDocuments;
  const sales = named.sales && (hasShape || !isDocumentary);
  const interactions = named.interactions && (hasShape || !isDocumentary);
  if (sales || interactions) return { sales, interactions, figures: true, documents: clues.strongDocuments };
  if (clues.strongDocuments) return { sales: false, interactions: false, figures: false, documents: true };
  const isUnsaid = asksUnsaidSales(clues);
  if (asksUnsupported(clues)) return { sales: true, interactions: false, figures: true, documents: false };
  return { sales: isUnsaid, interactions: false, figures: isUnsaid, documents: !isUnsaid || isVague(clues) };
}

function metricsNamed({
  sold,
  talked,
  groupings,
  metrics,
  idle,
  filters,
  nextAction,
  whenLast,
  wentOut,
  growth,
  change,
  bounds,
  company,
  forecast,
  unknown,
}: Clues) {
  const contacts =
    metrics.interactions.length > 0 ||
    idle === 'visits' ||
    nextAction ||
    whenLast ||
    wentOut ||
    filters.interactionTypes !== undefined ||
    groupings.includes('interactionType') ||
    (talked && (filters.customers !== undefined || filters.employeeNos !== undefined));
  const sales = metrics.sales.length > 0 || idle === 'sales' || (sold && !contacts);
  // "우리 회사 주차장" names the company, and asks for something else.
  const isAboutCompany = company && unknown.others.length === 0;
  const unsaid =
    !contacts && (growth || forecast || (change !== null && bounds.length > 0) || isAboutCompany);
  return { sales: sales || unsaid, interactions: contacts };
}

/** Whether anything but a metric says that figures are wanted. */
function shaped({
  change,
  times,
  groupings,
  ranking,
  bounds,
  mine,
  team,
  company,
  trend,
  growth,
  idle,
  nextAction,
  filters,
  subject,
  ever,
}: Clues): boolean {
  const hasName = [filters.customers, filters.employeeNos, filters.teams, filters.regions].some(
    (names) => names !== undefined,
  );
  return (
    times.period !== undefined ||
    times.compare !== undefined ||
    groupings.length > 0 ||
    ranking !== null ||
    bounds.length > 0 ||
    [mine, team, company, trend, growth, nextAction, ever].some(Boolean) ||
    idle !== null ||
    change !== null ||
    (subject?.isChosen ?? false) ||
    hasName
  );
}

/** "이익률 알려줘": documents are looked at before it is asked back, see `fallbackQuery`. */
function asksUnsupported({ unsupported, weakDocuments }: Clues): boolean {
  return unsupported.length > 0 && !weakDocuments;
}

/** A name and nothing else: figures and documents may both be meant. */
function isVague({ times, ranking, groupings, mine, team, bounds, subject, ever }: Clues): boolean {
  return (
    !subject?.isListed &&
    !ever &&
    !times.period &&
    !times.compare &&
    !ranking &&
    groupings.length === 0 &&
    bounds.length === 0 &&
    !mine &&
    !team
  );
}

/** "한빛내과 9월", "거래처 상위 5곳", "작년보다 늘었어?": sales, though nobody says so. */
function asksUnsaidSales(clues: Clues): boolean {
  const { times, ranking, groupings, filters, weakDocuments, change, mine, team, subject, bounds, unknown } =
    clues;
  const isSomebody = [filters.customers, filters.employeeNos, filters.teams].some(
    (names) => names !== undefined,
  );
  const isThing = isSomebody || filters.products !== undefined || mine || team;
  const isRanked =
    (ranking !== null || bounds.length > 0) &&
    (subject !== null || groupings.length > 0 || filters.customerTypes !== undefined);
  if (weakDocuments) return false;
  return (
    isSomebody ||
    isRanked ||
    (subject?.isListed ?? false) ||
    (times.period !== undefined &&
      (isThing ||
        groupings.length > 0 ||
        change !== null ||
        (subject !== null && !isTimeDimension(subject.key)))) ||
    (times.compare !== undefined && (change !== null || unknown.others.length === 0))
  );
}
