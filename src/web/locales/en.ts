import audit from './en/audit.json';
import auth from './en/auth.json';
import chat from './en/chat.json';
import common from './en/common.json';
import documents from './en/documents.json';
import glossary from './en/glossary.json';
import imports from './en/imports.json';
import people from './en/people.json';
import retrieval from './en/retrieval.json';
import setup from './en/setup.json';
import validation from './en/validation.json';
import verifiedQueries from './en/verifiedQueries.json';

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
