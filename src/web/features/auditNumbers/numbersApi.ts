import type {
  CostNumbersDto,
  FeedbackNumbersDto,
  GroundednessNumbersDto,
  LatencyNumbersDto,
  NumbersChoicesDto,
  TimeUnit,
  UnansweredNumbersDto,
  UsageNumbersDto,
} from '../../../shared/auditNumbers';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';
import type { NumbersFilter } from './numbersFilter';

const read = <Dto>(what: string, filter: Record<string, string | undefined>) =>
  api<Dto>(withQuery(`/api/audit/numbers/${what}`, filter));

export const readUsage = (filter: NumbersFilter, by: TimeUnit) =>
  read<UsageNumbersDto>('usage', { ...filter, by });
export const readUnanswered = (filter: NumbersFilter) =>
  read<UnansweredNumbersDto>('unanswered', { ...filter });
export const readGroundedness = (filter: NumbersFilter) =>
  read<GroundednessNumbersDto>('groundedness', { ...filter });
export const readFeedback = (filter: NumbersFilter) => read<FeedbackNumbersDto>('feedback', { ...filter });
export const readLatency = (filter: NumbersFilter) => read<LatencyNumbersDto>('latency', { ...filter });
export const readCost = (filter: NumbersFilter) => read<CostNumbersDto>('cost', { ...filter });
export const readChoices = ({ from, to }: NumbersFilter) => read<NumbersChoicesDto>('choices', { from, to });
