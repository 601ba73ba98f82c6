// Sets text as widely as WCAG 2.2 (1.4.12) lets people set it, and says what is then cut off.
() => {
  const wide = new CSSStyleSheet();
  wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [wide];
  const cut = [...document.querySelectorAll("body *")].filter((one) => {
    if (!one.textContent.trim() || one.closest("svg") || !one.checkVisibility()) return false;
    const { overflowX, overflowY } = getComputedStyle(one);
    const tall = one.scrollHeight > one.clientHeight + 1 && ["hidden", "clip"].includes(overflowY);
    const broad = one.scrollWidth > one.clientWidth + 1 && ["hidden", "clip"].includes(overflowX);
    return (tall || broad) && one.clientWidth > 1 && one.clientHeight > 1;
  });
  const found = cut.map((one) => `cut off with wide spacing: ${one.textContent.trim().slice(0, 40)}`);
  if (document.documentElement.scrollWidth > innerWidth) found.push("with wide spacing the page scrolls sideways");
  document.adoptedStyleSheets = [];
  return found;
}
