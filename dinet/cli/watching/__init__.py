"""``dinet watch``: follow a document while somebody works on it, in the browser and here."""
