import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ResultTable } from '../shared/resultTable';
import type { CaseExpectation, CasePassage } from '../shared/review';

/** Questions with what is to be answered, taken from turns. */
export class EvaluationCase extends Model<
  InferAttributes<EvaluationCase>,
  InferCreationAttributes<EvaluationCase>
> {
  declare id: CreationOptional<number>;
  declare turnId: CreationOptional<string | null>;
  declare expects: CaseExpectation;
  declare question: string;
  declare askedBy: number;
  declare askedOn: string;
  declare answer: string;
  declare passages: CreationOptional<CasePassage[]>;
  declare tables: CreationOptional<ResultTable[]>;
  declare comment: CreationOptional<string | null>;
  declare madeBy: number;
  declare createdAt: CreationOptional<Date>;
}

/** `evaluation_cases` on this connection. */
export function defineEvaluationCase(sequelize: Sequelize) {
  return class extends EvaluationCase {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      turnId: DataTypes.UUID,
      expects: { type: DataTypes.TEXT, allowNull: false },
      question: { type: DataTypes.TEXT, allowNull: false },
      askedBy: { type: DataTypes.INTEGER, allowNull: false },
      askedOn: { type: DataTypes.DATEONLY, allowNull: false },
      answer: { type: DataTypes.TEXT, allowNull: false },
      passages: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      tables: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      comment: DataTypes.TEXT,
      madeBy: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'EvaluationCase',
      tableName: 'evaluation_cases',
      underscored: true,
      timestamps: false,
    },
  ) as typeof EvaluationCase;
}
