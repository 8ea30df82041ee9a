"""What each command does: have it done by application, and print what comes back."""
