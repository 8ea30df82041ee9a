// Starts the Python of the file under Node, and has it compile what goes into the file.
// Arguments: the folder of Pyodide, a folder with archives of sources, one for what comes out.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, sources, results, script] = process.argv.slice(2).map((each) => path.resolve(each));
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")).href);
const python = await loadPyodide({
  indexURL: runtime + path.sep,
  env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
});
for (const folder of ["/in", "/out"]) python.FS.mkdir(folder);
for (const name of fs.readdirSync(sources)) {
  python.FS.writeFile(`/in/${name}`, fs.readFileSync(path.join(sources, name)));
}
try {
  python.runPython(fs.readFileSync(script, "utf8"), {
    globals: python.toPy({ __name__: "__main__" }),
  });
} catch (error) {
  console.error(String(error.message).slice(-2000)); // without the source of the runtime
  process.exit(1);
}
for (const name of python.FS.readdir("/out")) {
  if (name.startsWith(".")) continue;
  fs.writeFileSync(path.join(results, name), python.FS.readFile(`/out/${name}`));
}
