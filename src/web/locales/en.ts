import audit from './en/audit.json';
import auth from './en/auth.json';
import chat from './en/chat.json';
import common from './en/common.json';
import customers from './en/customers.json';
import documents from './en/documents.json';
import figures from './en/figures.json';
import people from './en/people.json';
import performance from './en/performance.json';
import retrieval from './en/retrieval.json';
import setup from './en/setup.json';
import validation from './en/validation.json';

export default {
  audit,
  auth,
  chat,
  common,
  customers,
  documents,
  figures,
  people,
  performance,
  retrieval,
  setup,
  validation,
};
