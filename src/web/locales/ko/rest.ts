// What everything else says: it comes with the first page that is neither sign-in nor chat.
import aliases from './aliases.json';
import assignments from './assignments.json';
import audit from './audit.json';
import auditExports from './auditExports.json';
import auditNumbers from './auditNumbers.json';
import components from './components.json';
import customers from './customers.json';
import documents from './documents.json';
import glossary from './glossary.json';
import imports from './imports.json';
import people from './people.json';
import performance from './performance.json';
import prompts from './prompts.json';
import profile from './profile.json';
import replay from './replay.json';
import retrieval from './retrieval.json';
import review from './review.json';
import rights from './rights.json';
import setup from './setup.json';
import system from './system.json';
import team from './team.json';
import verifiedQueries from './verifiedQueries.json';

export default {
  aliases,
  assignments,
  audit,
  auditExports,
  auditNumbers,
  components,
  customers,
  documents,
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
  team,
  verifiedQueries,
};
