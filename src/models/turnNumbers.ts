import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A turn as the numbers of the audit count it. */
export class TurnNumbers extends Model<InferAttributes<TurnNumbers>, InferCreationAttributes<TurnNumbers>> {
  declare turnId: string;
  declare conversationId: string;
  declare startedAt: Date;
  declare employeeId: number;
  declare team: string | null;
  declare status: string;
  declare model: string | null;
  declare inputTokens: number;
  declare outputTokens: number;
  declare costKrw: number | null;
  declare totalMs: number | null;
  declare firstTextMs: number | null;
  declare citations: number;
  declare quotes: number;
  declare tables: number;
  declare evidence: string | null;
}

/** How many steps of an hour took about as long. */
export class StepTimesByHour extends Model<
  InferAttributes<StepTimesByHour>,
  InferCreationAttributes<StepTimesByHour>
> {
  declare hour: Date;
  declare team: string;
  declare model: string;
  declare kind: string;
  declare name: string;
  declare step: number;
  declare spans: number;
}

/** How far the two above are made. */
export class NumberRollup extends Model<
  InferAttributes<NumberRollup>,
  InferCreationAttributes<NumberRollup>
> {
  declare until: Date;
  declare madeAt: CreationOptional<Date>;
}

const needed = { allowNull: false };
const key = { primaryKey: true, allowNull: false };

/** `turn_numbers` on this connection. */
export function defineTurnNumbers(sequelize: Sequelize) {
  return class extends TurnNumbers {}.init(
    {
      turnId: { type: DataTypes.UUID, ...key },
      conversationId: { type: DataTypes.UUID, ...needed },
      startedAt: { type: DataTypes.DATE, ...needed },
      employeeId: { type: DataTypes.INTEGER, ...needed },
      team: { type: DataTypes.TEXT },
      status: { type: DataTypes.TEXT, ...needed },
      model: { type: DataTypes.TEXT },
      inputTokens: { type: DataTypes.INTEGER, ...needed },
      outputTokens: { type: DataTypes.INTEGER, ...needed },
      costKrw: { type: DataTypes.DECIMAL(14, 4) },
      totalMs: { type: DataTypes.INTEGER },
      firstTextMs: { type: DataTypes.INTEGER },
      citations: { type: DataTypes.INTEGER, ...needed },
      quotes: { type: DataTypes.INTEGER, ...needed },
      tables: { type: DataTypes.INTEGER, ...needed },
      evidence: { type: DataTypes.TEXT },
    },
    { sequelize, modelName: 'TurnNumbers', tableName: 'turn_numbers', underscored: true, timestamps: false },
  ) as typeof TurnNumbers;
}

/** `step_times_by_hour` on this connection. */
export function defineStepTimesByHour(sequelize: Sequelize) {
  return class extends StepTimesByHour {}.init(
    {
      hour: { type: DataTypes.DATE, ...key },
      team: { type: DataTypes.TEXT, ...key },
      model: { type: DataTypes.TEXT, ...key },
      kind: { type: DataTypes.TEXT, ...key },
      name: { type: DataTypes.TEXT, ...key },
      step: { type: DataTypes.INTEGER, ...key },
      spans: { type: DataTypes.INTEGER, ...needed },
    },
    {
      sequelize,
      modelName: 'StepTimesByHour',
      tableName: 'step_times_by_hour',
      underscored: true,
      timestamps: false,
    },
  ) as typeof StepTimesByHour;
}

/** `number_rollups` on this connection. */
export function defineNumberRollup(sequelize: Sequelize) {
  return class extends NumberRollup {}.init(
    {
      until: { type: DataTypes.DATE, ...key },
      madeAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'NumberRollup',
      tableName: 'number_rollups',
      underscored: true,
      timestamps: false,
    },
  ) as typeof NumberRollup;
}
