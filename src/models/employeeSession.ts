import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Sign-ins that can be refreshed: one row a browser, its token changed at each use. */
export class EmployeeSession extends Model<
  InferAttributes<EmployeeSession>,
  InferCreationAttributes<EmployeeSession>
> {
  declare id: string;
  declare employeeId: number;
  declare tokenHash: string;
  declare previousTokenHash: CreationOptional<string | null>;
  declare rotatedAt: CreationOptional<Date>;
  declare expiresAt: Date;
  declare createdAt: CreationOptional<Date>;
  declare userAgent: CreationOptional<string | null>;
}

/** `employee_sessions` on this connection. */
export function defineEmployeeSession(sequelize: Sequelize) {
  return class extends EmployeeSession {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      tokenHash: { type: DataTypes.TEXT, allowNull: false },
      previousTokenHash: DataTypes.TEXT,
      rotatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      expiresAt: { type: DataTypes.DATE, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      userAgent: DataTypes.TEXT,
    },
    {
      sequelize,
      modelName: 'EmployeeSession',
      tableName: 'employee_sessions',
      underscored: true,
      timestamps: false,
    },
  ) as typeof EmployeeSession;
}
