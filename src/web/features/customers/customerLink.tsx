import { Anchor } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { useOpenCustomer } from './openCustomer';

/** A customer's name that leads to its sheet: beside the chat where there is room for one, else to its page. */
export function CustomerLink({ code, children }: { code: string; children: ReactNode }) {
  const open = useOpenCustomer();
  function openBeside(event: MouseEvent) {
    // With a key held, a link is meant for a tab of its own.
    if (!open || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(code);
  }
  return (
    <Anchor
      component={Link}
      to={`/customers/${encodeURIComponent(code)}`}
      onClick={openBeside}
      c="var(--naru-link)"
      inherit
      data-testid="customer-link"
    >
      {children}
    </Anchor>
  );
}
