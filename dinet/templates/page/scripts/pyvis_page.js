/* The page with a picture that vis-network draws. */
import { startPage } from "./page.js";
import { createVisPicture } from "./vis.js";

startPage(createVisPicture);
