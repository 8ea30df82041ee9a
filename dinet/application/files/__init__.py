"""Files of the user's: found, read no further than they may go, and written whole or not at all."""
