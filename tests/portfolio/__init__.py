"""What several programmes have to do with each other."""
