import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './style/tokens.css';
import './style/global.css';
import { App } from './app';
import { keepProgram } from './lib/installed';
import { startI18n } from './lib/i18n';
import { goOnWhenReachable, restoreSession } from './lib/session';
import { startSocket } from './lib/socket';

keepProgram();
startSocket();
void restoreSession();
goOnWhenReachable();
await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
