// Takes out of GOV.UK Frontend's stylesheet what no page of ours uses, so that a page stays small.

// Variants that we do not offer. A class that a template needs is taken off this list, nothing more.
const leftOut = [
  "--inverse",
  "govuk-body-lead",
  "govuk-button--warning",
  "govuk-checkboxes--small",
  "govuk-exit-this-page",
  "govuk-input--extra-letter-spacing",
  "govuk-link-image",
  "govuk-main-wrapper--",
  "govuk-notification-banner--success",
  "govuk-radios--inline",
  "govuk-radios--small",
  "govuk-skip-link-focused-element",
  "govuk-summary-card",
  "govuk-summary-list__row--no-actions",
  "govuk-tag--(?!red|grey)",
  "-from-desktop",
].map((name) => new RegExp(`(?<!:not\\([^)]*)\\.[\\w-]*${name}`));

// Said once for the page in _page.scss, and inherited.
const inherited = new Set(["font-family", "-webkit-font-smoothing", "-moz-osx-font-smoothing"]);

// Prefixed twins, for browsers that cannot run our script either.
const outdated = /^-webkit-(text-decoration|clip-path)/;

// Custom properties that none of our rules and none of our scripts reads.
const unread = /^--govuk-(breakpoint|frontend-version)/;

// Conditions that only Internet Explorer meets (Sass reads its `\0` as U+FFFD), or a browser of 2022.
const outdatedConditions = /\ufffd|^not \((text-wrap|caret-color)/;

// Colours that GOV.UK Frontend writes out; _colours.scss says what they are on light and dark screens.
const colours = {
  "#0b0c0c": "var(--govuk-text-colour)",
  "#0f385c": "var(--fingerpost-tag-text-colour)",
  "#651b1b": "var(--fingerpost-late-text-colour)",
  "#858686": "var(--fingerpost-quiet-shadow-colour)",
  "#cecece": "var(--fingerpost-quiet-hover-colour)",
  "#d2e2f1": "var(--fingerpost-tag-colour)",
  "#f3f3f3": "var(--fingerpost-quiet-colour)",
  "#f4d7d7": "var(--fingerpost-late-colour)",
};

function isRepeated({ parent, prop }) {
  const page = parent.selector?.startsWith(".govuk-template") || parent.selector?.startsWith("button");
  return outdated.test(prop) || unread.test(prop) || (inherited.has(prop) && !page);
}

// The colour beside a custom property is for browsers that know no custom properties.
function themed(value) {
  const plain = value.replace(/(?<=var\(--govuk-[a-z-]+), #[0-9a-f]{3,8}(?=\))/g, "");
  return plain.replace(/#[0-9a-f]{6}\b/g, (colour) => colours[colour] ?? colour);
}

function shortenRule(rule) {
  if (rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
  rule.selectors = rule.selectors.filter((selector) => !leftOut.some((name) => name.test(selector)));
  rule.walkDecls((decl) => {
    if (isRepeated(decl)) decl.remove();
    else if (!decl.variable) decl.value = themed(decl.value);
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

// Stylesheets that are loaded behind the first need not say the page's colours again.
export function withoutColours(root) {
  root.walkRules(":root", (rule) => rule.remove());
}
