// `npm run eval:data`: how well questions for figures are answered over the sample company, by the whole path of a turn with
// the offline planner. What is right is said by SQL written by hand beside each question.
//   --report   writes docs/figures.md and its plots
//   --check    fails where a figure is below its floor (figures/floors.json)
//   --misses   prints each question that was not answered rightly; --misses=dev or =held-out those of one half
import { openCompany } from './figures/company.mjs';
import { askConversation } from './figures/ask.mjs';
import { conversationsOf, loadQuestions } from './figures/questions.mjs';
import { judge } from './figures/judge.mjs';
import { printMisses } from './figures/misses.mjs';
import { checkFloors } from './figures/checkFloors.mjs';
import { writeReport } from './figures/report.mjs';
import { scoresOf } from './figures/scores.mjs';

const option = (name) =>
  process.argv.find((given) => given === `--${name}` || given.startsWith(`--${name}=`));

const conversations = conversationsOf(loadQuestions());
const company = await openCompany();
const judged = [];
try {
  for (const conversation of conversations) {
    const answers = await askConversation(company.services, conversation);
    for (const [at, question] of conversation.entries()) {
      const verdict = await judge(question, answers[at], {
        sequelize: company.services.database.sequelize,
        employeeId: answers[at].employeeId,
      });
      judged.push({ question, answer: answers[at], ...verdict });
    }
  }
} finally {
  await company.close();
}

const scores = scoresOf(judged);
console.table(scores.map(rounded));
if (option('misses')) printMisses(judged, option('misses').split('=')[1]);
if (option('report')) await writeReport(judged, scores, company.engine);
if (option('check')) process.exitCode = checkFloors(scores) ? 0 : 1;

function rounded(row) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toFixed(3)) : value,
    ]),
  );
}
