import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ImportKind } from '../../shared/imports';
import { may, useEmployee } from '../lib/session';

/** Leads to where many of a kind are brought in at once, for those who may. */
export function ImportLink({ kind, children }: { kind: ImportKind; children: ReactNode }) {
  if (!may(useEmployee(), 'data.import')) return null;
  return (
    <Button
      component={Link}
      to={`/imports?kind=${kind}`}
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {children}
    </Button>
  );
}
