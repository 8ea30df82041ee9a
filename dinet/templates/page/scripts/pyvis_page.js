/* The page with a picture that vis-network draws. */
import { createMatrix } from "./matrix.js";
import { startPage } from "./page.js";
import { createVisPicture } from "./vis.js";

startPage(createVisPicture, createMatrix);
