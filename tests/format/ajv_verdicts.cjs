// What an editor says of each file: read by `yaml`, checked by ajv against a schema of draft 2020-12.
//
//     node ajv_verdicts.cjs NODE_MODULES SCHEMA FOLDER
//
// Prints a JSON object: by file name `good`, `bad`, or `unread` where the file is no YAML to the editor's reader.

const fs = require("node:fs");
const path = require("node:path");

const [modules, schema, folder] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [path.resolve(modules)] }));
const Ajv = load("ajv/dist/2020").default;
const { parseAllDocuments } = load("yaml");

// The formats of the schema are names of its own, which editors do not know, either.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));

function verdict(file) {
  const documents = parseAllDocuments(fs.readFileSync(path.join(folder, file), "utf8"));
  if (documents.length !== 1 || documents[0].errors.length > 0) return "unread";
  return validate(documents[0].toJS()) ? "good" : "bad";
}

const files = fs.readdirSync(folder).filter((file) => file.endsWith(".yaml"));
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, verdict(file)]))));
