const shapes = {
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6L6 18",
  hash: "M9 3L7 21M17 3l-2 18M4 8.500h17M3 15.500h17",
  at: "M16 8v5a3 3 0 0 0 5-2.200A9 9 0 1 0 17 19.500M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z",
  play: "M8 5l11 7-11 7Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.500 2",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2M12 20v2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M2 12h2M20 12h2M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500Z",
  code: "M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14",
  reset: "M4 12a8 8 0 1 0 2.500-5.800M4 4v4.500h4.500",
  eye: "M2 12s3.600-6.500 10-6.500S22 12 22 12s-3.600 6.500-10 6.500S2 12 2 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  external: "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12l16-8-6 16-3-6.500Z",
  plus: "M12 5v14M5 12h14",
  down: "M6 9l6 6 6-6",
  check: "M5 12.500l4.500 4.500L19 7.500",
  file: "M6 3h8l5 5v13H6ZM14 3v5h5",
  warning: "M12 4l9.500 16h-19ZM12 10v4.500M12 17.500h.01",
  apps: "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h6v6h-6Z",
  copy: "M9 9h11v11H9ZM5 15H4V4h11v1",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3ZM12 15v6",
  reply: "M4 18v-5a3 3 0 0 1 3-3h13",
} as const;

export type IconName = keyof typeof shapes;

/** Draws an icon that assistive technology skips: its button carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}
