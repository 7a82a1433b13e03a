import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Permission } from '../../../shared/people';
import { MessagePage } from '../../components/messagePage';
import { may, useEmployee } from '../../lib/session';
import { placesOf } from './places';

/** Shows its pages to those who may use them. Who may not is led from the start page to the first place that is theirs. */
export function RequirePermission({ permission }: { permission: Permission }) {
  const { t } = useTranslation();
  const employee = useEmployee();
  const { pathname } = useLocation();
  if (may(employee, permission)) return <Outlet />;
  const [firstPlace] = placesOf(employee);
  if (pathname === '/' && firstPlace) return <Navigate to={firstPlace.path} replace />;
  return <MessagePage title={t('forbidden.title')} text={t('forbidden.text')} />;
}
