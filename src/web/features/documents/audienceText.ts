import i18next from 'i18next';
import type { Audience } from '../../../shared/documents';

/** Who may read a document, in words. */
export function audienceText({ roles = [], teams = [], employeeNos = [] }: Audience): string {
  const groups = [...roles.map((role) => i18next.t(`role.${role}`)), ...teams, ...employeeNos];
  return groups.length === 0 ? i18next.t('documents:audience.everyone') : groups.join(', ');
}
