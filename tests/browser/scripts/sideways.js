// Whether the page as a whole scrolls sideways, and because of what.
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolled = (one) => {
    for (let around = one.parentElement; around; around = around.parentElement)
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(around).overflowX)) return true;
    return false;
  };
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > width + 1 && !scrolled(one),
  );
  const said = wide.slice(-1).map((one) => one.outerHTML.slice(0, 160));
  return [`the page scrolls sideways: ${document.documentElement.scrollWidth} px, because of ${said}`];
}
