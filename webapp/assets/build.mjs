// Builds fingerpost.css and fingerpost.js. Called by hatch_build.py: node build.mjs FOLDER [PICTURE.CSS]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import postcss from "postcss";
import { compile } from "sass";
import { shorten } from "./shorten.mjs";

const here = import.meta.dirname;
const target = "es2020";

function govuk() {
  const { css } = compile(join(here, "stylesheets", "fingerpost.scss"), {
    loadPaths: [join(here, "node_modules", "govuk-frontend", "dist")],
    quietDeps: true,
  });
  return postcss([shorten]).process(css, { from: undefined, map: false }).css;
}

async function stylesheet(folder, picture) {
  const drawn = picture && existsSync(picture) ? readFileSync(picture, "utf8") : "";
  const { code } = await transform(`${govuk()}\n${drawn}`, { loader: "css", minify: true, target });
  writeFileSync(join(folder, "fingerpost.css"), code);
}

async function script(folder) {
  await build({
    entryPoints: [join(here, "scripts", "fingerpost.js")],
    outfile: join(folder, "fingerpost.js"),
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
await stylesheet(folder, picture);
await script(folder);
