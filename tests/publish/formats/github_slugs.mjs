// Reads the headings of pages as JSON and prints the ids that GitHub gives them.
import { readFileSync } from "node:fs";
import GithubSlugger from "github-slugger";

const pages = JSON.parse(readFileSync(0, "utf-8"));
const ids = pages.map((headings) => {
  const slugger = new GithubSlugger();
  return headings.map((heading) => slugger.slug(heading));
});
process.stdout.write(JSON.stringify(ids));
