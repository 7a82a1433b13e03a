import audit from './ko/audit.json';
import auth from './ko/auth.json';
import chat from './ko/chat.json';
import common from './ko/common.json';
import documents from './ko/documents.json';
import glossary from './ko/glossary.json';
import imports from './ko/imports.json';
import people from './ko/people.json';
import retrieval from './ko/retrieval.json';
import setup from './ko/setup.json';
import validation from './ko/validation.json';
import verifiedQueries from './ko/verifiedQueries.json';

export default {
  audit,
  auth,
  chat,
  common,
  documents,
  glossary,
  imports,
  people,
  retrieval,
  setup,
  validation,
  verifiedQueries,
};
