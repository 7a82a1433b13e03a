import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { zoomed } from './zoom';

interface PdfToolbarProps {
  page: number;
  pages: number;
  /** 1: as wide as there is room. */
  zoom: number;
  /** The page the quote begins on; missing where it was not found. */
  quotePage?: number;
  onPage: (page: number) => void;
  onZoom: (zoom: number) => void;
}

/** Turns the pages of a PDF and sets how large they are drawn. */
export function PdfToolbar({ page, pages, zoom, quotePage, onPage, onZoom }: PdfToolbarProps) {
  const { t } = useTranslation('documents');
  const button = { variant: 'default', size: 'lg' } as const;
  return (
    <Group gap="xs" justify="space-between" role="toolbar" aria-label={t('pdf.toolbar')}>
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          {...button}
          aria-label={t('pdf.previous')}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
          data-testid="pdf-previous"
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text
          size="sm"
          aria-live="polite"
          style={{ fontVariantNumeric: 'tabular-nums' }}
          data-testid="pdf-page-number"
        >
          {t('pdf.place', { page, pages })}
        </Text>
        <ActionIcon
          {...button}
          aria-label={t('pdf.next')}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
          data-testid="pdf-next"
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        {quotePage !== undefined && quotePage !== page && (
          <Button variant="subtle" size="compact-sm" onClick={() => onPage(quotePage)}>
            {t('pdf.toQuote')}
          </Button>
        )}
      </Group>
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          {...button}
          aria-label={t('pdf.zoomOut')}
          disabled={zoomed(zoom, 'out') === zoom}
          onClick={() => onZoom(zoomed(zoom, 'out'))}
        >
          <IconZoomOut size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="xs" h={34} disabled={zoom === 1} onClick={() => onZoom(1)}>
          {t('pdf.fit')}
        </Button>
        <ActionIcon
          {...button}
          aria-label={t('pdf.zoomIn')}
          disabled={zoomed(zoom, 'in') === zoom}
          onClick={() => onZoom(zoomed(zoom, 'in'))}
          data-testid="pdf-zoom-in"
        >
          <IconZoomIn size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}
