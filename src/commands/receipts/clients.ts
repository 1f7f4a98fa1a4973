import type { Settings } from '../../config/settings.js';
import { ConnectError } from '../../errors.js';

/**
 * The clients that `--client` names, by number only: the journal knows no names, and asks no portal for them.
 * @throws ConnectError `option-invalid`
 */
export function clientNumbers({ clients }: Pick<Settings, 'clients'>): readonly string[] {
  const named = clients.origin === 'option' ? clients.value : [];
  const other = named.find((name) => !/^[\d.]+$/.test(name));
  if (other === undefined) return named;
  throw new ConnectError('option-invalid', { option: '--client', value: other, expected: '10001.00' });
}
