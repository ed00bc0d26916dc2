import type { Muscle } from "#src/knowledge/accessory.ts";

/**
 * One muscle of the right half of the figure, seen from behind. The spine is x = 0, the top of the head y = 0;
 * the left half is its mirror image. `deep` muscles lie under others and are drawn as stripes through them.
 */
export type MuscleShape = {
  readonly path: string;
  /** Fine lines along the fibres. */
  readonly fibres: string;
  /** Where the line to its name begins. */
  readonly anchor: readonly [number, number];
  readonly side: "left" | "right";
  readonly deep?: true;
};

/** The right half of the outline: neck, shoulder, upper arm, flank and hip. Our own drawing. */
export const BODY =
  "M-1 4 L0 4 C34 4 53 30 53 64 C53 78 51 88 48 97 C47 108 43 118 39 126 C38 146 40 162 47 176 C64 196 104 206 140 214 " +
  "C176 217 198 242 200 282 C202 310 208 340 213 372 C218 404 218 430 216 452 C226 480 234 520 236 560 L238 660 L200 660 " +
  "C196 610 190 560 182 510 C178 482 172 462 171 440 C169 408 164 378 160 352 C158 392 146 430 128 466 " +
  "C114 494 106 512 105 532 C104 556 116 578 122 606 L128 660 L-1 660";

/** The hair down to the neck's edge. */
export const HAIR = "M-1 4 L0 4 C34 4 53 30 53 64 C53 76 51 86 48 94 C43 104 40 108 34 112 C24 117 10 119 -1 119";

/** The ear. */
export const EAR = "M51 62 C59 58 61 70 57 82 C55 90 51 93 49 92 Z";

/** The shorts. */
export const SHORTS = "M-1 598 C40 603 86 601 120 593 C122 600 124 610 124 618 L128 660 L-1 660";

/** What is there without ever being lit: triceps and the muscle of the flank. */
export const OTHERS = [
  "M188 352 C200 340 205 352 208 372 C214 404 212 432 207 456 C198 444 190 420 186 392 C184 376 184 362 188 352 Z",
  "M166 336 C176 346 182 366 184 392 C186 420 184 444 176 458 C172 434 172 410 168 384 C165 366 163 350 166 336 Z",
  "M119 478 C110 500 103 516 103 534 C103 546 105 556 108 564 C98 566 86 562 78 552 C84 534 104 506 119 478 Z",
  "M216 456 C224 480 231 516 233 556 C234 590 233 620 230 650 C218 640 206 610 202 570 C198 530 202 484 216 456 Z",
  "M178 466 C190 462 204 460 212 458 C200 484 196 520 198 560 C190 540 182 500 178 466 Z",
  "M72 556 C84 566 98 570 110 570 C114 580 117 586 119 591 C88 599 48 600 6 596 C30 590 54 576 72 556 Z",
];

/** Every muscle, in the order in which they are drawn. */
export const FIGURE: Readonly<Record<Muscle, MuscleShape>> = {
  neck: {
    path: "M19 124 C27 126 35 122 38 125 C37 146 39 162 45 175 C47 179 50 182 54 185 C46 183 40 180 35 175 C28 164 22 146 19 124 Z",
    fibres: "M24 130 C28 146 33 160 40 174 M31 127 C33 146 37 162 45 177",
    anchor: [33, 150],
    side: "right",
  },
  lats: {
    path:
      "M40 362 C52 356 64 351 73 350 C76 362 84 370 95 370 C118 360 142 348 163 336 C160 386 146 428 126 468 " +
      "C110 500 92 530 74 552 C66 524 38 474 4 442 C22 416 34 390 40 362 Z",
    fibres:
      "M150 350 C120 374 80 396 38 404 M155 366 C130 400 86 420 26 424 M154 392 C130 424 86 446 22 452 " +
      "M144 422 C120 452 84 474 44 482 M128 456 C110 484 86 508 60 520",
    anchor: [104, 430],
    side: "right",
  },
  erectors: {
    path: "M4 448 C30 474 56 514 67 552 C56 572 34 586 5 592 Z",
    fibres: "M14 462 C20 500 20 548 14 586 M28 478 C34 510 34 548 28 580 M42 500 C46 526 46 550 42 570",
    anchor: [30, 530],
    side: "left",
  },
  infraspinatus: {
    path: "M65 276 C76 268 88 261 96 258 C122 270 146 286 162 306 C136 306 104 318 79 338 C72 320 66 298 65 276 Z",
    fibres: "M70 282 C98 276 130 286 156 304 M72 300 C96 290 126 292 156 306 M77 320 C98 304 126 300 152 307",
    anchor: [108, 288],
    side: "right",
  },
  teres: {
    path: "M80 343 C106 322 138 311 164 311 C167 318 167 325 165 331 C142 343 118 355 95 365 C85 364 79 356 80 343 Z",
    fibres: "M84 346 C108 328 138 317 164 316 M88 356 C112 342 140 328 165 324",
    anchor: [120, 336],
    side: "right",
  },
  "rear-delts": {
    path: "M101 255 C118 246 136 236 150 224 C178 226 194 252 195 286 C196 310 192 332 187 348 C170 316 140 276 101 255 Z",
    fibres: "M114 253 C146 262 174 296 188 338 M128 246 C158 256 182 288 190 326 M144 234 C168 246 188 276 193 312",
    anchor: [162, 262],
    side: "right",
  },
  "lower-traps": {
    path: "M0 288 C20 290 42 284 61 274 C62 292 64 304 60 318 C52 352 30 400 0 438 Z",
    fibres:
      "M10 300 C12 340 8 390 2 424 M26 296 C26 336 18 380 4 424 M42 290 C42 330 28 376 6 420 M56 282 C56 318 40 364 10 412",
    anchor: [24, 366],
    side: "left",
  },
  "mid-traps": {
    path: "M0 210 C38 228 92 236 140 232 C126 246 110 252 92 256 C80 260 70 264 62 270 C42 281 20 287 0 285 Z",
    fibres:
      "M4 224 C40 240 86 244 122 240 M4 240 C34 254 66 254 96 250 M4 256 C28 264 52 264 74 258 M4 272 C24 276 44 272 62 264",
    anchor: [74, 248],
    side: "left",
  },
  "upper-traps": {
    path: "M0 123 C6 123 12 122 17 121 C20 148 28 168 38 180 C56 198 104 208 149 221 L146 226 C96 233 38 225 0 206 Z",
    fibres:
      "M6 127 C10 164 26 196 60 214 M12 126 C18 164 38 192 84 212 M3 146 C8 178 20 200 42 216 M40 186 C66 202 100 212 136 222",
    anchor: [40, 198],
    side: "left",
  },
  rhomboids: {
    path: "M5 208 L5 284 C26 300 44 316 60 336 C66 312 64 278 56 252 C42 236 24 220 5 208 Z",
    fibres: "",
    anchor: [36, 288],
    side: "left",
    deep: true,
  },
};

/** The part of the erectors that runs up the spine under the other muscles. */
export const DEEP_ERECTORS = "M5 292 C12 292 22 288 27 284 C30 340 30 400 22 456 C16 452 10 448 5 445 Z";

/** Lines that help to find one's way: the spine, the shoulder blade's edge and its ridge. */
export const LANDMARKS = ["M0 205 L0 592", "M62 268 C66 296 68 322 78 346", "M62 268 C84 258 116 250 146 228"];
