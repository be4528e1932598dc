import type { Channel, Consent, Scope } from '../people/consent/consent.ts';
import { type Permission, permission } from '../people/consent/permission.ts';
import { type Signer, signerFor } from '../people/consent/person.ts';
import type { Appearance } from './appearances.ts';

/**
 * Whether a name as it is printed may be used: where several persons bear it, all of them must permit it; nobody known
 * permits nothing. With it who would have to sign.
 */
export function permittedByAll(
  { persons }: Pick<Appearance, 'persons'>,
  scope: Scope,
  channel: Channel,
  consents: readonly Consent[],
  day: string,
): Permission & { readonly signer: Signer } {
  const each = persons.map((person) => ({
    ...permission(person, scope, channel, consents, day),
    signer: signerFor(person),
  }));
  const nobody = { permitted: false, why: 'no-record', since: null, signer: 'person' } as const;
  return each.find((one) => !one.permitted) ?? each[0] ?? nobody;
}
