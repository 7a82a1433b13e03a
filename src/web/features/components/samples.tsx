import { Box, Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFiles } from '@tabler/icons-react';
import { type FunctionComponent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../components/brand';
import { ConfirmDialog } from '../../components/confirmDialog';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { ImportLink } from '../../components/importLink';
import { LoadMore } from '../../components/loadMore';
import { OutsideLink } from '../../components/outsideLink';
import { PageFallback } from '../../components/pageFallback';
import { Preferences } from '../../components/preferences';
import { type Choice, SearchSelect } from '../../components/searchSelect';
import { SkipLink } from '../../components/skipLink';
import { ApiError } from '../../lib/apiError';
import { useLanguage } from '../../lib/useLanguage';

const nothing = () => undefined;

/** The shared components by their files, each in its states. Frames of whole pages are seen at their own addresses. */
export const samples = [
  { file: 'brand', Sample: Brand },
  { file: 'confirmDialog', Sample: ConfirmSample },
  { file: 'emptyNotice', Sample: EmptySample },
  { file: 'errorNotice', Sample: ErrorSample },
  { file: 'importLink', Sample: ImportSample },
  { file: 'loadMore', Sample: LoadMoreSample },
  { file: 'outsideLink', Sample: LinkSample },
  { file: 'pageFallback', Sample: FallbackSample },
  { file: 'preferences', Sample: Preferences },
  { file: 'searchSelect', Sample: SearchSample },
  { file: 'skipLink', Sample: SkipLink },
] as const satisfies { file: string; Sample: FunctionComponent }[];

function ConfirmSample() {
  const { t } = useTranslation('components');
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('sample.open')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('sample.title')}
        text={t('sample.text')}
        confirmLabel={t('sample.open')}
        busy={false}
        onConfirm={dialog.close}
        onCancel={dialog.close}
      />
    </>
  );
}

function EmptySample() {
  const { t } = useTranslation('components');
  return (
    <EmptyNotice icon={<IconFiles aria-hidden />} title={t('sample.title')} description={t('sample.text')} />
  );
}

function ErrorSample() {
  const { t } = useTranslation('components');
  return (
    <Stack>
      <ErrorNotice error={new ApiError(0, 'network', '')} onRetry={nothing} />
      <ErrorNotice error={new ApiError(409, 'sample', t('sample.text'))} />
      <ErrorNotice error={new ApiError(500, 'sample', t('sample.text'), [], '01234567')} />
    </Stack>
  );
}

function ImportSample() {
  const { t } = useTranslation('components');
  return <ImportLink kind="products">{t('sample.open')}</ImportLink>;
}

function LoadMoreSample() {
  return (
    <Group justify="center">
      <LoadMore pages={{ hasNextPage: true, isFetchingNextPage: false, fetchNextPage: nothing }} />
      <LoadMore pages={{ hasNextPage: true, isFetchingNextPage: true, fetchNextPage: nothing }} />
    </Group>
  );
}

function LinkSample() {
  const { t } = useTranslation('components');
  return (
    <Stack gap={4}>
      <OutsideLink address="https://www.mfds.go.kr/">{t('sample.title')}</OutsideLink>
      <OutsideLink address="https://www.mfds.go.kr/">https://www.mfds.go.kr/</OutsideLink>
      <OutsideLink address="javascript:void 0">{t('sample.noLink')}</OutsideLink>
    </Stack>
  );
}

function FallbackSample() {
  return (
    <Box h={120}>
      <PageFallback />
    </Box>
  );
}

function SearchSample() {
  const { t } = useTranslation('components');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const choices = [t('sample.title'), t('sample.text')].map((label) => ({ value: label, label }));
  return (
    <SearchSelect
      label={t('sample.title')}
      placeholder={t('sample.open')}
      value={chosen?.value ?? null}
      onChange={setChosen}
      queryKey={['components', 'sample', useLanguage()]}
      find={async (letters) => choices.filter(({ label }) => label.includes(letters))}
      clearable
      testId="search-sample"
    />
  );
}
