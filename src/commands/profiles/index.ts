import { listProfiles } from './list.js';
import { removeProfile } from './remove.js';
import { renameProfile } from './rename.js';
import { showProfile } from './show.js';
import { useProfile } from './use.js';

export const verbs = [listProfiles, showProfile, useProfile, renameProfile, removeProfile];
