import { Drawer } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PassageFrameProps {
  /** Takes the room that a page of paper needs. */
  wide?: boolean;
  onClose: () => void;
  /** The passage; nothing: closed. */
  children: ReactNode;
}

/** Where a passage is shown beside what cites it. */
export function PassageFrame({ wide = false, onClose, children }: PassageFrameProps) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Drawer
      // Loaded with its first use it has to open, not to stand open: else it does not know where the focus was.
      opened={useMounted() && Boolean(children)}
      onClose={onClose}
      position="right"
      size={wide ? 820 : 'lg'}
      title={t('passage.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      data-testid="passage-drawer"
    >
      {children}
    </Drawer>
  );
}
