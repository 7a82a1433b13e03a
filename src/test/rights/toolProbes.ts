import { randomUUID } from 'node:crypto';
import { nothingGathered } from '../../agents/agentContext';
import { turnToolContext } from '../../agents/turnToolContext';
import { startTurnTrace } from '../../audit/turnTrace';
import { createReadAround } from '../../retrieval/readAround';
import { queryInteractionsTool, querySalesTool } from '../../tools/figures/figureTools';
import { searchDocumentsTool } from '../../tools/searchDocuments';
import { runSqlTool } from '../../tools/sql/runSql';
import type { ToolDefinition } from '../../tools/toolContext';
import type { TestServer } from '../server';
import type { Asker, CanaryCompany } from './canaryCompany';
import type { Probe } from './probe';

/** Everything there is. */
const period = { from: '2020-01-01', to: new Date().toISOString().slice(0, 10) };

/** Shapes of a query of sales, each with filters that ask for what is another's. */
const salesShapes: object[] = [
  { metrics: ['amount', 'quantity', 'saleCount'] },
  { metrics: ['amount', 'targetAmount', 'achievementRate'], dimensions: ['employee'] },
  {
    metrics: ['amount', 'share'],
    dimensions: ['customer'],
    order: { by: 'amount', direction: 'desc' },
    limit: 500,
  },
  { metrics: ['amount', 'customerCount'], dimensions: ['region', 'month'] },
  { metrics: ['amount'], dimensions: ['team', 'product'], compare: 'lastYear' },
  { metrics: ['amount'], dimensions: ['customer'], allAssignedCustomers: true },
];
const contactShapes: object[] = [
  { metrics: ['visits'], list: true, limit: 500 },
  { metrics: ['visits', 'customersVisited'], dimensions: ['employee', 'customer'] },
  { metrics: ['lastVisit', 'daysSinceLastVisit'], dimensions: ['customer'], allAssignedCustomers: true },
];

/** Calls of every tool of the agent by everybody for what is another's. */
export function toolProbes(server: TestServer, company: CanaryCompany): Probe[] {
  const { askers, customers, documents } = company;
  return askers.flatMap((asker) => {
    const others = askers.filter(({ key, role }) => role === 'rep' && key !== asker.key);
    const figures = others.flatMap((other) => {
      const [own, namesake] = customers.filter(({ owner }) => owner === other.key);
      const filters = [
        { employeeNos: [other.employeeNo] },
        { employeeNos: [other.name], teams: [other.team] },
        { customers: [own!.code] },
        { customers: [own!.alias] },
        { customers: [namesake!.name] },
        { regions: [own!.region] },
      ];
      return [
        ...salesShapes.map((shape, at) => ({ ...shape, period, filters: filters[at % filters.length] })),
        ...salesShapes.map((shape, at) => ({
          ...shape,
          period,
          filters: filters[(at + 2) % filters.length],
        })),
      ]
        .map((input) => callOf(querySalesTool, input, asker, server))
        .concat(
          contactShapes.flatMap((shape, at) =>
            [0, 2, 4].map((moved) =>
              callOf(
                queryInteractionsTool,
                { ...shape, period, filters: filters[(at + moved) % filters.length] },
                asker,
                server,
              ),
            ),
          ),
        );
    });
    const searches = documents
      .filter(({ owner }) => owner !== asker.key)
      .flatMap(({ title, mark }) => [title, mark, `${title} ${mark}`, '개인계획 문서 비밀약속 이행'])
      .map((query) => callOf(searchDocumentsTool, { query, topK: 20 }, asker, server));
    const statements = others
      .flatMap((other) => statementsFor(other))
      .map((sql) => callOf(runSqlTool, { sql, title: '조회' }, asker, server));
    return [...figures, ...searches, ...statements];
  });
}

/** SQL that asks for the rows of somebody else, in the ways a model would. */
function statementsFor({ employeeNo, name, team }: Asker): string[] {
  return [
    `SELECT customer_name, sum(amount) AS amount FROM sales WHERE employee_no = '${employeeNo}' GROUP BY 1`,
    `SELECT * FROM interactions WHERE employee_name = '${name}'`,
    `SELECT sum(amount) AS amount FROM sales WHERE team = '${team}'`,
    `SELECT employee_name, sum(amount) AS amount FROM targets GROUP BY 1`,
    `SELECT month, sum(amount) AS amount FROM monthly_performance GROUP BY 1`,
    `SELECT * FROM customers`,
  ];
}

/** What everybody may see of their own, asked for by the same tools: those must find something. */
export function ownFigures(server: TestServer, asker: Asker): Probe[] {
  return [
    callOf(querySalesTool, { metrics: ['amount'], dimensions: ['employee'], period }, asker, server),
    callOf(queryInteractionsTool, { metrics: ['visits'], list: true, limit: 500, period }, asker, server),
  ];
}

function callOf(tool: ToolDefinition, input: object, asker: Asker, server: TestServer): Probe {
  return {
    family: tool.name,
    asker,
    asked: input,
    run: async () => {
      const { database, searchPassages, repositories } = server.services;
      const trace = startTurnTrace({
        turnId: randomUUID(),
        employeeId: asker.id,
        requestId: null,
        input: null,
        mask: (value) => value,
      });
      const gathered = nothingGathered();
      const context = turnToolContext(
        {
          reader: () => asker.actor,
          language: 'ko',
          now: new Date(),
          signal: new AbortController().signal,
          trace,
          gathered,
        },
        { readAs: database.readAs, searchPassages, readAround: createReadAround(repositories.chunks) },
      );
      const { content, artifact } = await tool.run(
        tool.schema.parse(input),
        context(trace.start({ kind: 'tool', name: tool.name, input })),
      );
      if (artifact.kind === 'error' && artifact.code === 'wrong_argument') throw new Error(artifact.message);
      return { content, artifact };
    },
  };
}
