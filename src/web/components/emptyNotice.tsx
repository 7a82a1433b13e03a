import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyNoticeProps {
  icon: ReactNode;
  title: string;
  description: string;
}

/** A list without entries says what would stand there and how it gets there. */
export function EmptyNotice({ icon, title, description }: EmptyNoticeProps) {
  return (
    <EmptyState
      py="xl"
      size="md"
      withIndicatorBackground
      icon={icon}
      title={title}
      description={description}
    />
  );
}
