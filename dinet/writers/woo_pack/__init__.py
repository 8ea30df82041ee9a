"""What goes with a report that is published by the Wet open overheid (Woo)."""
