// Reads a JSON object of pages by name from standard input, {name: {file, probes, checked}}; opens each in Chromium
// and prints what it asks for and says, whether it is too wide, and the values of its probes, which are expressions by
// the width at which they are asked; of pages to be checked also what html-validate and axe-core find, wide and narrow,
// light and dark.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Tables that are shown as cards name their roles, because browsers forget them where `display` changes.
const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-redundant-role": "off" } });
const browser = await puppeteer.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--force-prefers-reduced-motion"],
});

async function show(page, width, scheme = "light") {
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

// What a reader's browser says, and does where it is asked.
async function opened(page, file, probes) {
  const said = [];
  page.on("request", (request) => request.url().startsWith("data:") || said.push(`asks for ${request.url()}`));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  said.shift(); // the page itself
  const answers = {};
  for (const width of [1200, 1024, 768, 700, 360, 320]) {
    await show(page, width);
    for (const [probe, source] of Object.entries(probes[width] ?? {})) answers[probe] = await page.evaluate(source);
    const needs = await page.evaluate("document.documentElement.scrollWidth");
    if (needs > width) said.push(`needs ${needs} of ${width} pixels`);
  }
  return { said, probes: answers };
}

async function violations(page, width, scheme) {
  await show(page, width, scheme);
  // What is dark differs by its colors alone.
  const options = scheme === "light" ? {} : { runOnly: { type: "rule", values: ["color-contrast"] } };
  const { violations } = await page.evaluate((given) => axe.run({ resultTypes: ["violations"], ...given }), options);
  return violations.map(({ id, nodes }) => `${width} ${scheme}: ${id}: ${nodes[0].html.slice(0, 200)}`);
}

// What html-validate and axe-core find.
async function checked(page, file) {
  const { results } = await validator.validateFile(file);
  const invalid = results.flatMap((one) => one.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`));
  await page.setBypassCSP(true); // which lets no script in
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const found = [];
  for (const width of [1200, 360])
    for (const scheme of ["light", "dark"]) found.push(...(await violations(page, width, scheme)));
  return { invalid, axe: found };
}

async function inPage(work, ...given) {
  const page = await browser.newPage();
  const found = await work(page, ...given);
  await page.close();
  return found;
}

const found = {};
for (const [name, given] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  found[name] = await inPage(opened, given.file, given.probes);
  if (given.checked) Object.assign(found[name], await inPage(checked, given.file));
}
await browser.close();
console.log(JSON.stringify(found));
