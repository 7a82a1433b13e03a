import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MessagePage } from './messagePage';

/** Takes the place of a page that could not be loaded or drawn; React reports the error itself to the console. */
export function RouteError() {
  const { t } = useTranslation();
  return (
    <MessagePage
      title={t('pageError.title')}
      text={t('pageError.text')}
      action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}
    />
  );
}
