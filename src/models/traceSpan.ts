import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { SpanKind } from '../shared/audit';

/** What the program did: one row a step of a turn, and one a security or admin event. */
export class TraceSpan extends Model<InferAttributes<TraceSpan>, InferCreationAttributes<TraceSpan>> {
  declare id: string;
  declare turnId: CreationOptional<string | null>;
  declare parentId: CreationOptional<string | null>;
  declare employeeId: CreationOptional<number | null>;
  declare kind: SpanKind;
  declare name: string;
  declare input: CreationOptional<unknown>;
  declare output: CreationOptional<unknown>;
  declare error: CreationOptional<string | null>;
  declare startedAt: Date;
  declare durationMs: number;
  declare requestId: CreationOptional<string | null>;
  declare recordedAt: CreationOptional<Date>;
  declare number: CreationOptional<number>;
  declare proof: CreationOptional<string | null>;
}

/** `system_trace_logs` on this connection. */
export function defineTraceSpan(sequelize: Sequelize) {
  return class extends TraceSpan {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      turnId: DataTypes.UUID,
      parentId: DataTypes.UUID,
      employeeId: DataTypes.INTEGER,
      kind: { type: DataTypes.TEXT, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      input: DataTypes.JSONB,
      output: DataTypes.JSONB,
      error: DataTypes.TEXT,
      startedAt: { type: DataTypes.DATE, allowNull: false },
      durationMs: { type: DataTypes.DOUBLE, allowNull: false },
      requestId: DataTypes.TEXT,
      recordedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      number: { type: DataTypes.BIGINT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      proof: DataTypes.TEXT,
    },
    {
      sequelize,
      modelName: 'TraceSpan',
      tableName: 'system_trace_logs',
      underscored: true,
      timestamps: false,
    },
  ) as typeof TraceSpan;
}
