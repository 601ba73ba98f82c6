"""What people who work on Fingerpost run: none of it is installed."""
