"""What the readers of drawn networks share: Mermaid and GraphML."""
