import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { TurnStatus } from '../shared/chat';
import type { EvidenceGrade } from '../shared/search';

/** What turns are looked for by: one row a turn, derived from turns, chat_history, feedback and system_trace_logs. */
export class TurnFacts extends Model<InferAttributes<TurnFacts>, InferCreationAttributes<TurnFacts>> {
  declare turnId: string;
  declare conversationId: string;
  declare startedAt: Date;
  declare finishedAt: CreationOptional<Date | null>;
  declare employeeId: number;
  declare team: CreationOptional<string | null>;
  declare status: CreationOptional<TurnStatus>;
  declare model: CreationOptional<string | null>;
  declare inputTokens: CreationOptional<number>;
  declare outputTokens: CreationOptional<number>;
  declare costKrw: CreationOptional<number | null>;
  declare latencyMs: CreationOptional<number | null>;
  declare firstTokenMs: CreationOptional<number | null>;
  declare tools: CreationOptional<string[]>;
  declare documentIds: CreationOptional<string[]>;
  declare productCodes: CreationOptional<string[]>;
  declare customerCodes: CreationOptional<string[]>;
  declare feedback: CreationOptional<1 | -1 | null>;
  declare evidence: CreationOptional<EvidenceGrade | null>;
  declare errorCode: CreationOptional<string | null>;
  declare flags: CreationOptional<string[]>;
  declare said: string;
  /** Kept by the database. */
  declare facets: CreationOptional<string[]>;
}

/** `turn_facts` on this connection. */
export function defineTurnFacts(sequelize: Sequelize) {
  const byDefault = { allowNull: false, defaultValue: sequelize.literal('DEFAULT') };
  return class extends TurnFacts {}.init(
    {
      turnId: { type: DataTypes.UUID, primaryKey: true },
      conversationId: { type: DataTypes.UUID, allowNull: false },
      startedAt: { type: DataTypes.DATE, allowNull: false },
      finishedAt: DataTypes.DATE,
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      team: DataTypes.TEXT,
      status: { type: DataTypes.TEXT, ...byDefault },
      model: DataTypes.TEXT,
      inputTokens: { type: DataTypes.INTEGER, ...byDefault },
      outputTokens: { type: DataTypes.INTEGER, ...byDefault },
      costKrw: DataTypes.DECIMAL(14, 4),
      latencyMs: DataTypes.INTEGER,
      firstTokenMs: DataTypes.INTEGER,
      tools: { type: DataTypes.ARRAY(DataTypes.TEXT), ...byDefault },
      documentIds: { type: DataTypes.ARRAY(DataTypes.UUID), ...byDefault },
      productCodes: { type: DataTypes.ARRAY(DataTypes.TEXT), ...byDefault },
      customerCodes: { type: DataTypes.ARRAY(DataTypes.TEXT), ...byDefault },
      feedback: DataTypes.SMALLINT,
      evidence: DataTypes.TEXT,
      errorCode: DataTypes.TEXT,
      flags: { type: DataTypes.ARRAY(DataTypes.TEXT), ...byDefault },
      said: { type: DataTypes.TEXT, allowNull: false },
      facets: { type: DataTypes.ARRAY(DataTypes.TEXT), ...byDefault },
    },
    { sequelize, modelName: 'TurnFacts', tableName: 'turn_facts', underscored: true, timestamps: false },
  ) as typeof TurnFacts;
}
