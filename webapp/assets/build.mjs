// Builds the stylesheets and the script. Called by hatch_build.py: node build.mjs FOLDER PICTURE.CSS
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import postcss from "postcss";
import { compile } from "sass";
import { shorten, withoutColours } from "./shorten.mjs";

const here = import.meta.dirname;
const target = "es2020";

function compiled(name, plugins) {
  const { css } = compile(join(here, "stylesheets", `${name}.scss`), {
    loadPaths: [join(here, "node_modules", "govuk-frontend", "dist")],
    quietDeps: true,
  });
  return postcss(plugins).process(css, { from: undefined, map: false }).css;
}

async function stylesheet(folder, name, css) {
  const { code } = await transform(css, { loader: "css", minify: true, target });
  writeFileSync(join(folder, `${name}.css`), code);
}

async function script(folder) {
  await build({
    entryPoints: [join(here, "scripts", "forms.js")],
    outfile: join(folder, "forms.js"),
    bundle: true,
    format: "esm",
    legalComments: "none",
    logLevel: "warning",
    minify: true,
    target,
  });
}

const [folder, picture] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
await stylesheet(folder, "fingerpost", compiled("fingerpost", [shorten]));
await stylesheet(folder, "forms", compiled("forms", [withoutColours, shorten]));
await stylesheet(folder, "lists", compiled("lists", [withoutColours, shorten]));
const drawn = readFileSync(picture, "utf8");
await stylesheet(folder, "pathway", `${compiled("pathway", [withoutColours, shorten])}\n${drawn}`);
await script(folder);
