// Bundles the elements, the fonts and the worker into ../wwwroot/built; with --tests, the unit tests into ./out.
import { build } from "esbuild";
import { cp, readdir, rm } from "node:fs/promises";

const shared = { bundle: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };

if (process.argv.includes("--tests")) {
  await rm("out", { recursive: true, force: true });
  const tests = (await readdir("tests")).filter(name => name.endsWith(".test.ts"));
  await build({ ...shared, platform: "node", entryPoints: tests.map(name => `tests/${name}`), outdir: "out" });
} else {
  const built = "../wwwroot/built";
  await rm(built, { recursive: true, force: true });
  const page = { ...shared, minify: true, sourcemap: true };
  await Promise.all([
    build({ ...page, entryPoints: { elements: "src/main.ts", "live-worker": "src/live/worker.ts" }, outdir: built }),
    build({ ...shared, minify: true, entryPoints: { elements: "css/elements.css" }, outdir: built }),
    build({
      ...shared, minify: true, entryPoints: ["fonts/fonts.css"], outdir: `${built}/fonts`,
      loader: { ".woff2": "file" }, assetNames: "[name]",
    }),
    // What is printed embeds its fonts as they are.
    cp("node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf", `${built}/print/regular.ttf`),
    cp("node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf", `${built}/print/bold.ttf`),
  ]);
}
