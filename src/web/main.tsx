import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './style/tokens.css';
import './style/global.css';
import { App } from './app';
import { startI18n } from './lib/i18n';
import { restoreSession } from './lib/session';
import { startSocket } from './lib/socket';

startSocket();
void restoreSession();
await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
