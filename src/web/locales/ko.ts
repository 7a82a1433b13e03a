import aliases from './ko/aliases.json';
import assignments from './ko/assignments.json';
import audit from './ko/audit.json';
import auditExports from './ko/auditExports.json';
import auditNumbers from './ko/auditNumbers.json';
import auth from './ko/auth.json';
import chat from './ko/chat.json';
import common from './ko/common.json';
import components from './ko/components.json';
import customers from './ko/customers.json';
import documents from './ko/documents.json';
import figures from './ko/figures.json';
import glossary from './ko/glossary.json';
import imports from './ko/imports.json';
import people from './ko/people.json';
import performance from './ko/performance.json';
import prompts from './ko/prompts.json';
import profile from './ko/profile.json';
import replay from './ko/replay.json';
import retrieval from './ko/retrieval.json';
import review from './ko/review.json';
import rights from './ko/rights.json';
import setup from './ko/setup.json';
import system from './ko/system.json';
import validation from './ko/validation.json';
import verifiedQueries from './ko/verifiedQueries.json';

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
