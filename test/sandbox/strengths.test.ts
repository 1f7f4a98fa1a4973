import { expect, test } from 'vitest';
import { seededPassword } from '../../sandbox/index.js';
import { anonymous, signedInBySms } from '../support/portal-client.js';
import { startSandbox } from '../support/sandbox.js';

const person = {
  ...{ email: 'lea.neu@ceresio.example', userName: 'lea.neu', firstName: 'Lea', lastName: 'Neu', language: 'it' },
  ...{ mobileNumber: '+41791112233', administrator: false, permissions: ['messages'], confirmPassword: seededPassword },
};

test.each([
  ['060', 'sms', 'paolo.bernasconi', '30001.00', { status: 201 }],
  ['095', 'otp', 'anna.muster', '10001.00', { status: 403, problem: 'credential-too-weak' }],
])(
  'fund %s says beforehand that %s is asked of those who manage users, and asks that',
  async (fund, strength, userName, client, outcome) => {
    const sandbox = await startSandbox();
    try {
      const described = await anonymous(sandbox, fund).get('/portal');
      expect(described.body).toMatchObject({ strengths: { administration: strength } });
      const bySms = await signedInBySms(sandbox, userName, fund);
      expect(await bySms.post(`/clients/${client}/users`, person, { key: true })).toMatchObject(outcome);
    } finally {
      await sandbox.close();
    }
  },
);
