// Runs axe-core, which is on the page already; says what it found in one line each.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return violations.map(({ id, help, nodes }) =>
    `axe ${id}: ${help} (${nodes.length}×, first ${nodes[0].html.slice(0, 160)})`);
}
