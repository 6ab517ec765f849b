// Uses a site as a reader does, with clicks and keys, and prints what is seen: the folder is the second argument.
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [, , chromium, folder] = process.argv;
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const address = (name) => `${pathToFileURL(folder).href}/${name}`;

async function opened(name, { script = true } = {}) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width: 1200, height: 900 });
  page.said = [];
  page.on("request", (request) => page.said.push(request.url()));
  page.on("console", (message) => page.said.push(message.text()));
  page.on("pageerror", (error) => page.said.push(String(error)));
  await page.goto(address(name));
  page.said.shift(); // the page itself
  return page;
}
const shown = (page) => page.$$eval("table.points tbody tr", (rows) => rows.filter((row) => row.checkVisibility()).length);
const told = (page) => page.$eval(".filters output", (output) => output.textContent);
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const first = (page) => page.$eval("table.points tbody tr", (row) => row.cells[0].textContent);

const found = {};
let page = await opened("index.html");
found.all = [await shown(page), await told(page)];
await page.type('.filters [name="q"]', "CÉNTRALITY", { delay: 0 });
found.nothing = [await shown(page), await told(page)];
await page.focus('.filters [name="q"]');
await page.keyboard.down("Control");
await page.keyboard.press("a");
await page.keyboard.up("Control");
await page.keyboard.type("fish");
found.searched = [await shown(page), await told(page), await hash(page)];
await page.click('.filters button[type="reset"]');
await page.waitForFunction(() => location.hash === "");
await page.select('.filters [name="brief"]', "estia");
await page.select('.filters [name="theme"]', "trade");
found.chosen = [await shown(page), await hash(page)];
await page.focus(".skip");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.activeElement.tagName === "MAIN" && location.hash !== "#main");
found.skipped = [await shown(page), await hash(page)];
const kept = page.url();
await page.goto("about:blank");
await page.goto(kept);
found.again = [await shown(page), await page.$eval('.filters [name="theme"]', (field) => field.value)];
await page.click('.filters button[type="reset"]');
await page.waitForFunction(() => location.hash === "");
await page.focus("table.points thead th:nth-child(3) button");
await page.keyboard.press("Enter");
found.up = [await first(page), await page.$eval("th[aria-sort]", (head) => head.ariaSort)];
await page.keyboard.press("Enter");
found.down = [await first(page), await page.$eval("th[aria-sort]", (head) => head.ariaSort), await hash(page)];
await page.click("table.points tbody tr a");
await page.waitForSelector("h3");
found.led = await page.evaluate(() => [location.pathname.split("/").pop(), document.getElementById(location.hash.slice(1)) !== null]);
found.said = page.said.filter((said) => !said.startsWith("file:"));

page = await opened("index.html", { script: false });
found.plain = [await page.evaluate(() => document.querySelectorAll("table.points tbody tr").length), await page.evaluate(() => document.querySelector(".filters").checkVisibility())];
await browser.close();
console.log(JSON.stringify(found));
