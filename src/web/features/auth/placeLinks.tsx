import { Flex } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useEmployee } from '../../lib/session';
import classes from './placeLinks.module.css';
import { placesOf } from './places';

interface PlaceLinksProps {
  direction: 'row' | 'column';
  onFollow?: () => void;
}

/** The navigation: the places this employee may use. One place alone needs none. */
export function PlaceLinks({ direction, onFollow }: PlaceLinksProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const ownPlaces = placesOf(useEmployee());
  if (ownPlaces.length < 2) return null;
  return (
    <Flex component="nav" aria-label={t('nav.label')} direction={direction} gap={4}>
      {ownPlaces.map(({ path, label, addresses }) => (
        <Link
          key={path}
          to={path}
          className={classes.place}
          aria-current={addresses.test(pathname) ? 'page' : undefined}
          onClick={onFollow}
        >
          {t(label)}
        </Link>
      ))}
    </Flex>
  );
}
