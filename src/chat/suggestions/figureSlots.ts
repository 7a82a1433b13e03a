import { figureQuestion, type ShownNames } from '../../analytics/followUps/figureQuestion';
import type { MeantFigures } from '../../analytics/followUps/meantFigures';
import { endingBy, unitAround } from '../../analytics/period/calendarUnits';
import type { Actor } from '../../policies/actor';
import { may } from '../../policies/permissions';
import type { Language } from '../../shared/problem';
import type { SuggestionDto } from '../../shared/suggestions';
import type { FigureOffer } from '../followUps/hasFigures';
import type { Situation } from './situation';

/** One place among the suggestions: the first of its questions that has an answer takes it. */
export interface FigureSlot {
  about: SuggestionDto['about'];
  offers: FigureOffer[];
}

/** Customers or products of a ranking: as many as fit a phone. */
const rankedGroups = 5;

type OfCustomer = Omit<MeantFigures, 'mine'>;

const latestVisits: OfCustomer = {
  ...{ subject: 'interactions', metric: 'contacts', dimensions: [], list: true },
  filters: { interactionTypes: ['방문'] },
};
const salesByMonth: OfCustomer = { subject: 'sales', metric: 'amount', dimensions: ['month'], filters: {} };

interface Wording {
  language: Language;
  /** Korean day. */
  today: string;
}

/** What a person would ask of figures now, in the order of what presses: a rep of own customers and figures, a manager of the team, others of the company. */
export function figureSlots(actor: Actor, { visitDue, falling }: Situation, wording: Wording): FigureSlot[] {
  const ofCustomers = (customers: Situation['visitDue'], meant: OfCustomer) => ({
    about: 'customer' as const,
    offers: customers.flatMap(({ code, name }) =>
      worded(
        { ...meant, filters: { ...meant.filters, customers: [code] }, mine: false },
        { customers: [name] },
        wording,
      ),
    ),
  });
  const ofFigures = (...meant: Pick<MeantFigures, 'subject' | 'metric' | 'dimensions' | 'limit'>[]) => ({
    about: 'figures' as const,
    offers: monthsOf(wording.today).flatMap((period) =>
      meant.flatMap((each) =>
        worded({ ...each, period, filters: {}, mine: actor.role === 'rep' }, {}, wording),
      ),
    ),
  });
  const sales = (dimension: string, metric = 'amount') => ({
    ...{ subject: 'sales' as const, metric, dimensions: [dimension] },
    ...(metric === 'amount' && dimension !== 'team' ? { limit: rankedGroups } : {}),
  });
  const visits = (dimension: string) => ({
    ...{ subject: 'interactions' as const, metric: 'visits', dimensions: [dimension] },
  });
  if (may(actor, 'figures.all')) {
    return [
      ofFigures(sales('team', 'achievementRate'), sales('team')),
      ofFigures(sales('product')),
      ofFigures(sales('customer')),
      ofFigures(visits('employee')),
    ];
  }
  const customers = [ofCustomers(visitDue, latestVisits), ofCustomers(falling, salesByMonth)];
  if (actor.role === 'manager') {
    return [
      ofFigures(sales('employee', 'achievementRate'), sales('employee')),
      ...customers,
      ofFigures(visits('employee')),
    ];
  }
  return [
    ...customers,
    ofFigures(sales('product', 'achievementRate'), sales('product')),
    ofFigures(sales('customer')),
  ];
}

/** This month, and the one before it, which stands in for it on its first days. */
function monthsOf(today: string) {
  return [endingBy(today, unitAround(today, 'month')), unitAround(today, 'month', -1)];
}

function worded(meant: MeantFigures, names: ShownNames, wording: Wording): FigureOffer[] {
  const question = figureQuestion(meant, names, wording);
  return question === null ? [] : [{ question, meant }];
}
