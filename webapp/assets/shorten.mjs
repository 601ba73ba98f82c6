// Takes out of GOV.UK Frontend's stylesheet what no page of ours uses, so that a page stays small.

// Variants that we do not offer. A class that a template needs is taken off this list, nothing more.
const leftOut = [
  "govuk-button--inverse",
  "govuk-checkboxes--small",
  "govuk-grid-column-one-quarter",
  "govuk-grid-column-three-quarters",
  "govuk-input--extra-letter-spacing",
  "govuk-link--inverse",
  "govuk-link-image",
  "govuk-radios--small",
  "govuk-section-break--xl",
  "govuk-summary-card",
  "govuk-summary-list__row--no-actions",
  "-from-desktop",
].map((name) => new RegExp(`(?<!:not\\([^)]*)\\.[\\w-]*${name}`));

// Said once for the page in _page.scss, and inherited.
const inherited = new Set(["font-family", "-webkit-font-smoothing", "-moz-osx-font-smoothing"]);

// Prefixed twins, for browsers that cannot run our script either.
const outdated = /^-webkit-(text-decoration|clip-path)/;

// Conditions that only Internet Explorer meets (Sass reads its `\0` as U+FFFD), or a browser of 2022.
const outdatedConditions = /\ufffd|^not \((text-wrap|caret-color)/;

function isRepeated({ parent, prop }) {
  const page = parent.selector?.startsWith(".govuk-template") || parent.selector?.startsWith("button");
  return outdated.test(prop) || (inherited.has(prop) && !page);
}

function shortenRule(rule) {
  if (rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
  rule.selectors = rule.selectors.filter((selector) => !leftOut.some((name) => name.test(selector)));
  rule.walkDecls((decl) => {
    if (isRepeated(decl)) decl.remove();
    // The colour beside a custom property is for browsers that know no custom properties.
    else decl.value = decl.value.replace(/(?<=var\(--govuk-[a-z-]+), #[0-9a-f]{3,8}(?=\))/g, "");
  });
}

export function shorten(root) {
  root.walkRules(shortenRule);
  root.walkRules((rule) => {
    if (rule.selector === "" || rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((atRule) => {
    if (atRule.nodes?.length === 0 || outdatedConditions.test(atRule.params)) atRule.remove();
  });
}
