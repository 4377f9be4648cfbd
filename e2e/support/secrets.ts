import type { BrowserContext, Page } from "@playwright/test";

/** What a secret key looks like, wherever it stands. */
export const secretShape = /lks_[0-9A-Za-z]{46}/;

/** What an API key looks like. */
export const apiKeyShape = /lkp_[0-9A-Za-z]{24}/;

/** All that the pages of a context say to the console, ask for by address, or report as errors. */
export class Overheard {
  private readonly heard: string[] = [];

  private constructor() {}

  /** Listens from now on; call it before the first page is opened. */
  static in(context: BrowserContext): Overheard {
    const overheard = new Overheard();
    const hear = (text: string) => overheard.heard.push(text);
    context.on("console", (message) => hear(`console: ${message.text()} ${message.location().url}`));
    context.on("weberror", (error) => hear(`error: ${error.error().stack ?? error.error().message}`));
    context.on("request", (request) => hear(`request: ${request.url()} ${request.headers().referer ?? ""}`));
    return overheard;
  }

  all(): string {
    return this.heard.join("\n");
  }
}

/** Names the places within the page in which the secret, or anything shaped like one, stands. */
export async function placesOf(page: Page, secret?: string): Promise<string[]> {
  const places = await page.evaluate(readEveryPlace);
  return Object.entries(places)
    .filter(([, text]) => secretShape.test(text) || (secret !== undefined && text.includes(secret)))
    .map(([place]) => place);
}

/** Watches from inside the page for the moment in which a secret stands in its document. */
export async function noteEverySecretInTheDocument(page: Page, secret: string): Promise<void> {
  await page.evaluate((text) => {
    new MutationObserver(() => {
      if (document.documentElement.outerHTML.includes(text)) Object.assign(window, { leaked: true });
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, secret);
}

/** Says whether a secret stood in the document since [`noteEverySecretInTheDocument`]. */
export async function wasNoted(page: Page): Promise<boolean> {
  return page.evaluate(() => "leaked" in window);
}

/** Runs in the page: everything that outlives a line of its code and that a stranger could read. */
async function readEveryPlace(): Promise<Record<string, string>> {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
  const shadows = [...document.querySelectorAll("*")].map((element) => element.shadowRoot?.innerHTML ?? "");

  const databases: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      databases.push(JSON.stringify(rows));
    }
    database.close();
  }

  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      cached.push(`${request.url} ${await answer?.text()}`);
    }
  }

  return {
    document: document.documentElement.outerHTML,
    shadows: shadows.join("\n"),
    fields: fields.map((field) => `${field.value} ${field.defaultValue}`).join("\n"),
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    indexedDB: databases.join("\n"),
    caches: cached.join("\n"),
    address: location.href,
    history: JSON.stringify(history.state) ?? "",
    cookies: document.cookie,
    "name of the window": window.name,
    title: document.title,
    selection: String(getSelection()),
    timings: performance.getEntries().map((entry) => entry.name).join("\n"),
  };
}
