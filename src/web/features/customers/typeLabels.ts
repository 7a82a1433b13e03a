import i18next from 'i18next';
import type { CustomerType, VisitType } from '../../../shared/companyValues';

/** What a customer is, in the reader's language; a type of a company's own stands as it was brought in. */
export function customerTypeLabel(type: string): string {
  return i18next.t(`customers:customerType.${type as CustomerType}`, { defaultValue: type });
}

/** What a contact was, in the reader's language; a type of a company's own stands as it was brought in. */
export function visitTypeLabel(type: string): string {
  return i18next.t(`customers:visitType.${type as VisitType}`, { defaultValue: type });
}
