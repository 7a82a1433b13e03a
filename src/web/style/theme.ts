import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';

/** The product's colour: a calm deep teal; shade 7 carries white text at more than 6:1. */
const naru: MantineColorsTuple = [
  '#eaf6f8',
  '#d5ebef',
  '#abd7de',
  '#7cc1cd',
  '#54acbb',
  '#3198aa',
  '#1a8294',
  '#0b6b7d',
  '#075868',
  '#044552',
];

const koreanFirstFonts =
  '"Pretendard Variable", Pretendard, -apple-system, BlinkMacSystemFont, "Apple SD Gothic Neo", "Noto Sans KR", ' +
  '"Noto Sans CJK KR", "Malgun Gothic", NanumGothic, "Segoe UI", Roboto, sans-serif';

/** What the component library draws with; the product's own colours stand in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'naru',
  primaryShade: { light: 7, dark: 7 },
  colors: { naru },
  fontFamily: koreanFirstFonts,
  headings: { fontFamily: koreanFirstFonts, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: { defaultProps: { tt: 'none' } },
    // The library takes a `header` here, which would be a second banner of the page.
    DrawerHeader: { defaultProps: { component: 'div' } },
    ModalHeader: { defaultProps: { component: 'div' } },
    // Its placeholder for the focus is no item, which a menu may not hold: the first item has the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Notification: {
      defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('close') } }),
    },
  },
});

/** Mantine's quiet greys and its red fall below the contrast of 4.5:1 that WCAG 2.2 asks for (1.4.3); these do not. */
export const cssVariables: CSSVariablesResolver = (base) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': base.colors.gray[7],
    '--mantine-color-placeholder': base.colors.gray[7],
    '--mantine-color-error': base.colors.red[9],
    '--mantine-color-red-filled': base.colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': base.colors.dark[1],
    '--mantine-color-placeholder': base.colors.dark[1],
    '--mantine-color-error': base.colors.red[4],
    '--mantine-color-red-filled': base.colors.red[9],
  },
});
