import { createContext, useContext } from 'react';

type OpenCustomer = (code: string) => void;

/** How a customer's sheet is opened here; null: by its page. */
export const OpenCustomerContext = createContext<OpenCustomer | null>(null);

export function useOpenCustomer(): OpenCustomer | null {
  return useContext(OpenCustomerContext);
}
