"""What the writers for other programs share: facts as plain texts, places on a drawing, and XML."""
