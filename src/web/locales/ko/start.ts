// What the sign-in and the chat say.
import auth from './auth.json';
import chat from './chat.json';
import common from './common.json';
import figures from './figures.json';
import validation from './validation.json';

export default {
  auth,
  chat,
  common,
  figures,
  validation,
};
