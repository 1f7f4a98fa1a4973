/** Of the Node that runs this program. */
export const nodeVersion = process.versions.node;
