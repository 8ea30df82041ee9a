"""What goes out: names left out, a council's own file filled in, what is checked before."""
