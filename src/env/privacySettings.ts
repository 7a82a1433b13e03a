import { z } from 'zod';
import { personalDataPolicies, type PersonalDataPolicy } from '../privacy/privacy';

const policy = z.enum(personalDataPolicies).default('mask');

/** What is done with each kind of personal data, and how analysts see people; the reasons stand in docs/compliance.md. */
export const privacySettings = {
  PRIVACY_RESIDENT_NUMBER: policy,
  PRIVACY_DRIVER_LICENCE: policy,
  PRIVACY_PASSPORT: policy,
  PRIVACY_CARD: policy,
  PRIVACY_ACCOUNT: policy,
  PRIVACY_PHONE: policy,
  PRIVACY_EMAIL: policy,
  PRIVACY_PATIENT_NAME: policy,
};

type PrivacySettings = z.infer<z.ZodObject<typeof privacySettings>>;

export function toPersonalDataPolicy(settings: PrivacySettings): PersonalDataPolicy {
  return {
    resident_number: settings.PRIVACY_RESIDENT_NUMBER,
    driver_licence: settings.PRIVACY_DRIVER_LICENCE,
    passport: settings.PRIVACY_PASSPORT,
    card: settings.PRIVACY_CARD,
    account: settings.PRIVACY_ACCOUNT,
    phone: settings.PRIVACY_PHONE,
    email: settings.PRIVACY_EMAIL,
    patient_name: settings.PRIVACY_PATIENT_NAME,
  };
}
