import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** The server program under test. */
export const serverProgram = process.env.LATCHKEY_SERVER_BIN ?? path.join(root, "target/debug/latchkey-server");

/** The folder of the built web app. */
export const webFolder = process.env.LATCHKEY_WEB_DIST ?? path.join(root, "dist");

/** The folder of the built preview. */
export const previewFolder = process.env.LATCHKEY_PREVIEW_DIR ?? path.join(root, "dist-preview");

/** The folder of the pictures that the documentation shows. */
export const picturesFolder = path.join(root, "docs/screenshots");

/** A Python that has the package `requests`. */
export const python = process.env.PYTHON ?? "python3";

/** The client that calls `/restapi` as the Terraform provider does. */
export const lifeCycle = path.join(root, "clients/terraform_life_cycle.py");

/** The password of all demo accounts. */
export const password = "correct horse battery staple";
