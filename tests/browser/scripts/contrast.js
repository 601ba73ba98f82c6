// Text that is hard to read, computed from the styles (WCAG 2.2, 1.4.3). For text of a picture the
// ground is the topmost filled shape below it, which axe cannot see.
() => {
  const colour = (text) => {
    const numbers = text.match(/[\d.]+/g);
    if (!numbers || text === "none") return [0, 0, 0, 0];
    const [red, green, blue, alpha = 1] = numbers.map(Number);
    const scale = text.startsWith("color(srgb") ? 255 : 1;
    return [red * scale, green * scale, blue * scale, alpha];
  };
  const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);
  const light = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]) => 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
  const ratio = (one, other) => {
    const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const canvas = () => {
    const forced = matchMedia("(forced-colors: active)").matches;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return forced && dark ? [0, 0, 0, 1] : [255, 255, 255, 1];
  };

  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const layer = colour(getComputedStyle(one).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), canvas());
  };

  const shapesOf = new Map();
  const shapes = (picture) => {
    if (!shapesOf.has(picture)) {
      const drawn = [...picture.querySelectorAll("path, rect, circle, ellipse, polygon")].filter(
        (one) => !one.closest("defs, marker, clipPath"),
      );
      shapesOf.set(picture, drawn.map((shape) => [shape, shape.getBoundingClientRect(), getComputedStyle(shape)]));
    }
    return shapesOf.get(picture);
  };
  const behind = (text, box) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let below = ground(text.ownerSVGElement);
    for (const [shape, bounds, style] of shapes(text.ownerSVGElement)) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      if (x < bounds.left || x > bounds.right || y < bounds.top || y > bounds.bottom) continue;
      const fill = style.fill === "none" ? [0, 0, 0, 0] : colour(style.fill);
      const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      if (fill[3] && shape.isPointInFill(point)) below = over(fill, below);
    }
    return below;
  };

  const found = new Set();
  const judge = (text, ink, paper, style) => {
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const contrast = ratio(over(ink, paper), paper);
    if (contrast < (large ? 3 : 4.5)) found.add(`contrast ${contrast.toFixed(1)} of “${text.trim().slice(0, 40)}”`);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent;
    const element = walker.currentNode.parentElement;
    if (!words.trim() || element.closest("script, style, title, desc, [disabled]")) continue;
    if (!element.checkVisibility({ opacityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const style = getComputedStyle(element);
    const drawn = element.closest("svg") && element.closest("text");
    if (drawn) judge(words, colour(style.fill), behind(element, box), style);
    else judge(words, colour(style.color), ground(element), style);
  }
  return [...found];
}
