import { Site } from "./site.ts";

/** Another site on the same host, with `html` at every address: only its port differs from the portal's, so cookies reach the portal from it. */
export async function strangerServing(html: string): Promise<Site> {
  return Site.answering((_, answer) => {
    answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    answer.end(`<!doctype html><title>Stranger</title>${html}`);
  });
}
