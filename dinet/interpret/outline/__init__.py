"""What a part of a document stands under: its section, its theme."""
