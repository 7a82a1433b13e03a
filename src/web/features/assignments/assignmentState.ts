import type { AssignmentDto } from '../../../shared/people';

/** Where an assignment stands on a day (YYYY-MM-DD, KST). */
export function stateOn(
  day: string,
  { validFrom, validTo }: Pick<AssignmentDto, 'validFrom' | 'validTo'>,
): 'ahead' | 'current' | 'over' {
  if (day < validFrom) return 'ahead';
  return validTo !== null && validTo < day ? 'over' : 'current';
}
