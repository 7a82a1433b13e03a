import { useTranslation } from 'react-i18next';
import { MessagePage } from './messagePage';

export function NotFoundPage() {
  const { t } = useTranslation();
  return <MessagePage title={t('notFound.title')} text={t('notFound.text')} />;
}
