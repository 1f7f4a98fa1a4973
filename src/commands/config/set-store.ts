import { updateUserConfig } from '../../config/update.js';
import { keepingStores } from '../../config/settings.js';
import type { StoreKind } from '../../config/settings.js';
import { changeConfig } from '../../config/change.js';
import { ConnectError } from '../../errors.js';
import { knownAccounts } from '../../operations/known-accounts.js';
import { moveCredentials } from '../../operations/move-credentials.js';
import { credentialFile } from '../../platform/credential-store.js';
import { resealFile } from '../../platform/encrypted-file.js';
import type { Context } from '../../runner/context.js';
import { isNewPassphraseGiven, newStorePassphrase, storePassphrase } from '../../runner/passphrase.js';

export interface StoreWishes {
  /** Change the setting, and leave the credentials where they are. */
  readonly leave: boolean;
  readonly newPassphrase: boolean;
}

/** Makes a store the one in use and takes the credentials along. @returns how many entries were moved */
export async function setStore(value: string, wishes: StoreWishes, context: Context): Promise<number> {
  const { settings, directories, notify, store } = context;
  const to = keepingStores.find((kind) => kind === value);
  const adopt = async (): Promise<void> => {
    await updateUserConfig(directories.config, (config) => changeConfig(config, 'store', value));
  };
  if (to === 'file' && store.kind === 'file') await reseal(wishes, context);
  else if (wishes.newPassphrase)
    throw new ConnectError('options-conflict', { options: `--new-passphrase, ${store.kind} → ${value}` });
  const stays = to === undefined || wishes.leave || store.kind === to || store.kind === 'memory';
  const moved = stays ? await adopt().then(() => 0) : await move(to, adopt, context);
  if (settings.store.origin === 'environment' && store.kind !== value)
    await notify('config.set.overridden', { store: store.kind });
  return moved;
}

async function move(to: StoreKind, adopt: () => Promise<void>, context: Context): Promise<number> {
  const { store: from, openStore, userConfig, translate, notify, raise } = context;
  const names = { from: translate(`store.${from.kind}`), to: translate(`store.${to}`) };
  const reasonOf = ({ code, params }: ConnectError): string => translate(`error.${code}`, params);
  const { count, left } = await moveCredentials(knownAccounts(userConfig), {
    from,
    to: openStore(to),
    adopt,
    unreadable: (error) =>
      new ConnectError('store-not-moved', { from: names.from, kind: to, reason: reasonOf(error) }, { cause: error }),
  });
  if (count > 0) await notify('config.set.moved', { ...names, count });
  if (left !== undefined) {
    raise(left.exitCode);
    await notify('config.set.left', { ...names, reason: reasonOf(left) });
  }
  return count;
}

async function reseal({ newPassphrase }: StoreWishes, { ask, directories, notify }: Context): Promise<void> {
  const wanted = newPassphrase || (await isNewPassphraseGiven(ask));
  const sealed = await resealFile(
    credentialFile(directories.state),
    () => storePassphrase(ask, false),
    wanted ? () => newStorePassphrase(ask) : undefined,
  );
  if (sealed) await notify('config.set.resealed');
}
