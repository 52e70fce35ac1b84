"""The places of the window, one module each; nothing here is imported before the place is first shown."""
