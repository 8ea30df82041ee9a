/* The page with a picture in it, and with a matrix that is too large to stand there whole. */
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { createStage } from "./stage.js";

startPage(createStage, createMatrix);
