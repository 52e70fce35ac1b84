"""The program without a window: one module per command."""
