import { useQuery } from '@tanstack/react-query';
import { customerKey, readCustomer } from './customerApi';

/** A customer's sheet, as the page and the panel beside a chat read it. */
export function useCustomer(code: string) {
  return useQuery({ queryKey: customerKey(code), queryFn: () => readCustomer(code) });
}
