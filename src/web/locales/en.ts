import aliases from './en/aliases.json';
import assignments from './en/assignments.json';
import audit from './en/audit.json';
import auditExports from './en/auditExports.json';
import auditNumbers from './en/auditNumbers.json';
import auth from './en/auth.json';
import chat from './en/chat.json';
import common from './en/common.json';
import components from './en/components.json';
import customers from './en/customers.json';
import documents from './en/documents.json';
import figures from './en/figures.json';
import glossary from './en/glossary.json';
import imports from './en/imports.json';
import people from './en/people.json';
import performance from './en/performance.json';
import prompts from './en/prompts.json';
import profile from './en/profile.json';
import replay from './en/replay.json';
import retrieval from './en/retrieval.json';
import review from './en/review.json';
import rights from './en/rights.json';
import setup from './en/setup.json';
import system from './en/system.json';
import validation from './en/validation.json';
import verifiedQueries from './en/verifiedQueries.json';

export default {
  aliases,
  assignments,
  audit,
  auditExports,
  auditNumbers,
  auth,
  chat,
  common,
  components,
  customers,
  documents,
  figures,
  glossary,
  imports,
  people,
  performance,
  prompts,
  profile,
  replay,
  retrieval,
  review,
  rights,
  setup,
  system,
  validation,
  verifiedQueries,
};
