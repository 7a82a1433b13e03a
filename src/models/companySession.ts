import {
  DataTypes,
  Model,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Sign-ins that came from the sign-in of the company, and end with it. */
export class CompanySession extends Model<
  InferAttributes<CompanySession>,
  InferCreationAttributes<CompanySession>
> {
  declare sessionId: string;
  declare issuer: string;
  declare subject: string;
  declare sid: string | null;
}

/** `company_sessions` on this connection. */
export function defineCompanySession(sequelize: Sequelize) {
  return class extends CompanySession {}.init(
    {
      sessionId: { type: DataTypes.UUID, primaryKey: true },
      issuer: { type: DataTypes.TEXT, allowNull: false },
      subject: { type: DataTypes.TEXT, allowNull: false },
      sid: DataTypes.TEXT,
    },
    {
      sequelize,
      modelName: 'CompanySession',
      tableName: 'company_sessions',
      underscored: true,
      timestamps: false,
    },
  ) as typeof CompanySession;
}
