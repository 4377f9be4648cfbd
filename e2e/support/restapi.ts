import type { Portal } from "./portal.ts";

export interface Keys {
  apiKey: string;
  secretKey: string;
}

/** Calls `/restapi` as a script does: no browser, the two key headers. */
export async function callRestapi(portal: Portal, keys: Keys, route = "zone/zonelist"): Promise<Response> {
  return fetch(`${portal.origin()}/restapi/${route}`, {
    headers: { apikey: keys.apiKey, secretkey: keys.secretKey },
  });
}
