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

/** Changes something as a script does; fails unless the answer is a success. */
export async function changeByScript(
  portal: Portal,
  keys: Keys,
  method: "GET" | "POST" | "DELETE",
  route: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${portal.origin()}/restapi/${route}`, {
    method,
    headers: { apikey: keys.apiKey, secretkey: keys.secretKey, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** Creates an instance from the first of everything that is offered in a zone; its uuid. */
export async function createInstance(portal: Portal, keys: Keys, name: string): Promise<string> {
  const first = async (route: string): Promise<Record<string, string>> => {
    const answer = (await (await callRestapi(portal, keys, route)).json()) as Record<string, Record<string, string>[]>;
    const [item] = Object.values(answer).find(Array.isArray) ?? [];
    if (!item) throw new Error(`${route} lists nothing`);
    return item;
  };
  const zone = (await first("zone/zonelist")).uuid;
  const made = await changeByScript(portal, keys, "POST", "instance/createInstance", {
    name,
    diskSize: 0,
    zoneUuid: zone,
    computeOfferingUuid: (await first(`compute/computeOfferingList?zoneUuid=${zone}`)).uuid,
    templateUuid: (await first(`template/templateList?zoneUuid=${zone}`)).uuid,
    networkUuid: (await first(`network/networkList?zoneUuid=${zone}`)).uuid,
  });
  const { listInstanceResponse } = made as { listInstanceResponse: { uuid: string }[] };
  return listInstanceResponse[0]?.uuid ?? "";
}
